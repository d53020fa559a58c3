import type { Pool } from 'pg';
import type { ChangeInstallation, CreateInstallation, Installation } from './schema.ts';

interface Row {
  id: string;
  kind: 'connector' | 'tab';
  channel_id: string;
  url: string | null;
  settings: Installation['settings'];
  saved_by_name: string;
  saved_at: Date;
}

/** Every connector and tab of every channel, in the order in which they were added. */
export async function listInstallations(pool: Pool): Promise<Installation[]> {
  const { rows } = await pool.query<Row>(
    `SELECT installation.*, webhook.url
     FROM sandbox.installation
     LEFT JOIN sandbox.webhook ON webhook.id = installation.webhook_id
     ORDER BY installation.created_at, installation.id`,
  );
  return rows.map(installationOf);
}

/**
 * Adds a connector or tab to a channel. A connector names the webhook that was made for it in the same
 * channel: adding it again, because an answer got lost, changes the one that is there. Nothing comes back
 * when there is no such webhook any more.
 */
export async function createInstallation(
  pool: Pool,
  channelId: string,
  { kind, webhookId, settings }: CreateInstallation,
  savedByName: string,
): Promise<Installation | undefined> {
  const { rows } = await pool.query<Row>(
    `WITH hook AS (
       SELECT id, url FROM sandbox.webhook
       WHERE id = $3 AND kind = 'connector' AND channel_id = $2 AND removed_at IS NULL
     ), added AS (
       INSERT INTO sandbox.installation (kind, channel_id, webhook_id, settings, saved_by_name)
       SELECT $1, $2, (SELECT id FROM hook), $4, $5
       WHERE $1 = 'tab' OR EXISTS (SELECT FROM hook)
       ON CONFLICT (webhook_id) DO UPDATE
       SET settings = EXCLUDED.settings, saved_by_name = EXCLUDED.saved_by_name, saved_at = now()
       RETURNING *
     )
     SELECT added.*, hook.url FROM added LEFT JOIN hook ON true`,
    [kind, channelId, kind === 'connector' ? webhookId : null, JSON.stringify(settings), savedByName],
  );
  return rows[0] && installationOf(rows[0]);
}

/**
 * Stores what the page set at an edit, or nothing when the installation is gone. A webhook of the same channel
 * takes the place of a connector's own, which answers 410 from now on.
 */
export async function changeInstallation(
  pool: Pool,
  id: string,
  { settings, webhookId }: ChangeInstallation,
  savedByName: string,
): Promise<Installation | undefined> {
  const { rows } = await pool.query<Row>(
    `WITH before AS (
       SELECT webhook_id, channel_id FROM sandbox.installation WHERE id = $1
     ), hook AS (
       SELECT webhook.id FROM sandbox.webhook
       JOIN before ON before.channel_id = webhook.channel_id
       WHERE webhook.id = $4 AND kind = 'connector' AND removed_at IS NULL AND before.webhook_id IS NOT NULL
     ), gone AS (
       UPDATE sandbox.webhook
       SET removed_at = now()
       FROM before, hook
       WHERE webhook.id = before.webhook_id AND webhook.id <> hook.id
     ), changed AS (
       UPDATE sandbox.installation
       SET settings = $2, saved_by_name = $3, saved_at = now(),
         webhook_id = COALESCE((SELECT id FROM hook), webhook_id)
       WHERE id = $1
       RETURNING *
     )
     SELECT changed.*, webhook.url
     FROM changed
     LEFT JOIN sandbox.webhook ON webhook.id = changed.webhook_id`,
    [id, JSON.stringify(settings), savedByName, webhookId ?? null],
  );
  return rows[0] && installationOf(rows[0]);
}

/** Removes a connector or tab; a connector's webhook answers 410 from now on. Repeating it is harmless. */
export async function removeInstallation(pool: Pool, id: string): Promise<void> {
  await pool.query(
    `WITH gone AS (
       DELETE FROM sandbox.installation WHERE id = $1 RETURNING webhook_id
     )
     UPDATE sandbox.webhook
     SET removed_at = now()
     FROM gone
     WHERE webhook.id = gone.webhook_id AND webhook.removed_at IS NULL`,
    [id],
  );
}

function installationOf(row: Row): Installation {
  return {
    id: row.id,
    kind: row.kind,
    channelId: row.channel_id,
    ...(row.url === null ? {} : { webhookUrl: row.url }),
    settings: row.settings,
    savedByName: row.saved_by_name,
    savedAt: row.saved_at.toISOString(),
  };
}
