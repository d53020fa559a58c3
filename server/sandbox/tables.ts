import type { Pool } from 'pg';

/** Two servers that start at once must not both create the tables. An arbitrary number of our own. */
const TABLES_LOCK = 7_305_118;

/**
 * Creates the sandbox's tables where they are missing, in a schema of their own: `DROP SCHEMA sandbox
 * CASCADE` takes everything back. Foreign JSON is kept as `json`, which takes any text that is JSON
 * (`jsonb` refuses a NUL inside a string).
 */
export async function createTables(pool: Pool): Promise<void> {
  // Statements sent in one string are one transaction: the lock ends with it.
  await pool.query(`
    SELECT pg_advisory_xact_lock(${TABLES_LOCK});
    CREATE SCHEMA IF NOT EXISTS sandbox;
    CREATE TABLE IF NOT EXISTS sandbox.webhook (
      id text PRIMARY KEY,
      kind text NOT NULL,
      channel_id text NOT NULL,
      name text NOT NULL,
      url text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      removed_at timestamptz
    );
    CREATE TABLE IF NOT EXISTS sandbox.installation (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      kind text NOT NULL,
      channel_id text NOT NULL,
      webhook_id text REFERENCES sandbox.webhook,
      settings json NOT NULL,
      saved_by_name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      saved_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX IF NOT EXISTS installation_webhook ON sandbox.installation (webhook_id);
    CREATE TABLE IF NOT EXISTS sandbox.post (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      channel_id text NOT NULL,
      sender_name text NOT NULL,
      sender_kind text NOT NULL,
      format text NOT NULL,
      content json NOT NULL,
      posted_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE IF NOT EXISTS sandbox.behaviour (
      channel_id text PRIMARY KEY,
      behaviour text NOT NULL
    );
    CREATE INDEX IF NOT EXISTS post_channel ON sandbox.post (channel_id, id);
  `);
}
