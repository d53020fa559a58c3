import type { Pool } from 'pg';
import type { Standing } from './message.ts';
import type { CreateWebhook, SandboxWebhook } from './schema.ts';
import { issueConnectorUrl, issueWorkflowUrl } from './webhook-url.ts';

interface Row {
  id: string;
  kind: 'connector' | 'workflow';
  channel_id: string;
  name: string;
  url: string;
  removed_at: Date | null;
}

/** Makes a webhook that works from now on. */
export async function createWebhook(
  pool: Pool,
  channelId: string,
  { kind, name }: CreateWebhook,
): Promise<SandboxWebhook> {
  const { id, url } = kind === 'connector' ? issueConnectorUrl() : issueWorkflowUrl();
  await pool.query(
    `INSERT INTO sandbox.webhook (id, kind, channel_id, name, url)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, kind, channelId, name, url],
  );
  return { id, kind, channelId, name, url };
}

/** The Workflows of all channels that were not removed, oldest first. */
export async function listWorkflows(pool: Pool): Promise<SandboxWebhook[]> {
  const { rows } = await pool.query<Row>(
    `SELECT * FROM sandbox.webhook
     WHERE kind = 'workflow' AND removed_at IS NULL
     ORDER BY created_at, id`,
  );
  return rows.map(webhookOf);
}

/** A webhook by the id in its URL; also one that was removed, so that it can be told from none. */
export async function findWebhook(
  pool: Pool,
  id: string | undefined,
): Promise<{ webhook?: SandboxWebhook; standing: Standing }> {
  if (id === undefined) return { standing: 'unknown' };
  const { rows } = await pool.query<Row>('SELECT * FROM sandbox.webhook WHERE id = $1', [id]);
  const row = rows[0];
  if (!row) return { standing: 'unknown' };
  return { webhook: webhookOf(row), standing: row.removed_at ? 'removed' : 'active' };
}

/** Removes a webhook; one that is gone already stays gone. */
export async function removeWebhook(pool: Pool, id: string): Promise<void> {
  await pool.query('UPDATE sandbox.webhook SET removed_at = now() WHERE id = $1 AND removed_at IS NULL', [
    id,
  ]);
}

function webhookOf(row: Row): SandboxWebhook {
  return { id: row.id, kind: row.kind, channelId: row.channel_id, name: row.name, url: row.url };
}
