import { findMissingMigrations } from '../../storage/migrate.ts';
import type { Storage } from '../../storage/storage.ts';
import { createVault } from '../../storage/vault.ts';
import { readSecretsStatus } from '../secrets/status.ts';
import type { DatabaseFacts } from './judge/database.ts';
import { attempt } from './world.ts';

const MOST_HOSTS = 20;
const NONE_PRESSED = { total: 0, failed: 0, medianMs: 0 };

/** Looks at the database, and changes nothing. */
export async function readDatabase(
  { pool }: Storage,
  { embedded, secretKeys, now }: { embedded: boolean; secretKeys(): Buffer[]; now(): Date },
): Promise<DatabaseFacts> {
  const { rows } = await pool.query<{ version: string; encrypted: boolean | null; clock: Date }>(
    `SELECT current_setting('server_version_num') AS version,
            (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS encrypted,
            clock_timestamp() AS clock`,
  );
  const [row] = rows;
  if (!row) throw new Error('It gave no answer.');
  const missingMigrations = await findMissingMigrations(pool);
  const itself = {
    versionNumber: Number(row.version),
    encrypted: row.encrypted === true,
    embedded,
    missingMigrations,
    clock: { name: 'the database', theirs: row.clock, ours: now() },
  };
  // Of tables that are not there nothing can be asked.
  if (missingMigrations.length > 0)
    return {
      ...itself,
      secrets: { error: 'The tables are of another release.' },
      apiKeys: [],
      cardActions: NONE_PRESSED,
      webhookHosts: [],
    };
  return {
    ...itself,
    secrets: await attempt(async () => readSecretsStatus(pool, createVault(secretKeys()))),
    apiKeys: await readApiKeys(pool),
    cardActions: await countCardActions(pool),
    webhookHosts: await readWebhookHosts(pool),
  };
}

async function readApiKeys(pool: Storage['pool']): Promise<DatabaseFacts['apiKeys']> {
  const { rows } = await pool.query<DatabaseFacts['apiKeys'][number]>(
    'SELECT scopes, name, expires_at AS "expiresAt" FROM api_key WHERE revoked_at IS NULL',
  );
  return rows;
}

async function countCardActions(pool: Storage['pool']): Promise<DatabaseFacts['cardActions']> {
  const { rows } = await pool.query<DatabaseFacts['cardActions']>(
    `SELECT count(*)::int AS total,
            count(*) FILTER (WHERE state = 'failed')::int AS failed,
            coalesce(1000 * extract(epoch FROM percentile_cont(0.5)
              WITHIN GROUP (ORDER BY settled_at - pressed_at) FILTER (WHERE state = 'delivered')), 0)::int AS "medianMs"
       FROM card_action
      WHERE pressed_at > now() - interval '7 days'`,
  );
  return rows[0] ?? NONE_PRESSED;
}

/** Labels begin with the host, which is all of an address that may be shown. */
async function readWebhookHosts(pool: Storage['pool']): Promise<string[]> {
  const { rows } = await pool.query<{ host: string }>(
    `SELECT split_part(destination_label, ' ', 1) AS host
       FROM configuration
      WHERE destination_label IS NOT NULL AND state IN ('active', 'paused')
      GROUP BY 1
      ORDER BY count(*) DESC, 1
      LIMIT ${MOST_HOSTS}`,
  );
  return rows.map(({ host }) => host);
}
