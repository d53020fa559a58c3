import type { Pool } from 'pg';
import type { Behaviour } from './behaviour.ts';
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

/** Where a webhook's URL says that it is. */
interface WebhookPlace {
  /** Whose connector it is: the sandbox's organisation when left out. */
  tenantId?: string;
  /** Of its address; host names like Microsoft's when left out. */
  origin?: string;
}

/** Makes a webhook that works from now on. */
export async function createWebhook(
  pool: Pool,
  channelId: string,
  { kind, name }: CreateWebhook,
  place: WebhookPlace = {},
): Promise<SandboxWebhook> {
  const { id, url } =
    kind === 'connector' ? issueConnectorUrl(place.tenantId, place.origin) : issueWorkflowUrl(place.origin);
  await pool.query(
    `INSERT INTO sandbox.webhook (id, kind, channel_id, name, url)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, kind, channelId, name, url],
  );
  return { id, kind, channelId, name, url };
}

/** A channel's webhook of this kind and name; it is made when there is none. */
export async function webhookNamed(
  pool: Pool,
  channelId: string,
  wanted: CreateWebhook,
): Promise<SandboxWebhook> {
  const { rows } = await pool.query<Row>(
    `SELECT * FROM sandbox.webhook
     WHERE channel_id = $1 AND kind = $2 AND name = $3 AND removed_at IS NULL
     ORDER BY created_at
     LIMIT 1`,
    [channelId, wanted.kind, wanted.name],
  );
  return rows[0] ? webhookOf(rows[0]) : createWebhook(pool, channelId, wanted);
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

/** What the store knows of a webhook, and how its channel lets it behave. */
export interface FoundWebhook {
  webhook?: SandboxWebhook;
  standing: Standing;
  behaviour: Behaviour;
}

/** A webhook by the id in its URL; also one that was removed, so that it can be told from none. */
export async function findWebhook(pool: Pool, id: string | undefined): Promise<FoundWebhook> {
  const nothing = { standing: 'unknown', behaviour: 'normal' } as const;
  if (id === undefined) return nothing;
  const { rows } = await pool.query<Row & { behaviour: Behaviour | null }>(
    `SELECT webhook.*, behaviour.behaviour
     FROM sandbox.webhook
     LEFT JOIN sandbox.behaviour ON behaviour.channel_id = webhook.channel_id
     WHERE webhook.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) return nothing;
  return {
    webhook: webhookOf(row),
    standing: row.removed_at ? 'removed' : 'active',
    behaviour: row.behaviour ?? 'normal',
  };
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
