import type { Pool } from 'pg';

export interface OldRows {
  deliveries: number;
  configurations: number;
}

/** Each old event went to so many configurations, if there are as many. */
const FAN_OUT = 100;
const TENANT_SIZE = 100;

/**
 * Fills the database with what years leave behind: configurations of other tenants that chose the same event
 * types, old events, and for each of their deliveries an attempt. Nothing of it waits.
 */
export async function insertOldRows(pool: Pool, { deliveries, configurations }: OldRows): Promise<void> {
  const client = await pool.connect();
  try {
    // Every row fits by its making: foreign keys need not be looked up one by one.
    await client.query(`SET session_replication_role = 'replica'`);
    await client.query(
      `INSERT INTO configuration (
              id, creation_key, tenant_id, name, event_types, host_kind,
              destination_kind, destination_url, destination_fingerprint, destination_label,
              created_by, created_by_name, updated_by, updated_by_name
            )
       SELECT id, id, ('00000000-0000-4000-9000-' || lpad((n / ${TENANT_SIZE})::text, 12, '0'))::uuid, 'An old channel',
              CASE n % 2 WHEN 0 THEN '{task.created,task.updated}'::text[] ELSE '{task.updated}' END, 'tab',
              'workflow', 'never opened', id, 'old', 'somebody', 'Somebody', 'somebody', 'Somebody'
         FROM generate_series(0, $1::int - 1) AS n,
              LATERAL (SELECT translate(encode(sha256(n::text::bytea), 'base64'), '+/=', '-_') AS digest) AS drawn,
              LATERAL (SELECT left(digest, 22) AS id) AS cut`,
      [configurations],
    );
    const fanOut = Math.min(FAN_OUT, configurations);
    const events = Math.ceil(deliveries / fanOut);
    await client.query(
      `WITH old AS (
         INSERT INTO event (source, source_id, type, time, data, received_at)
         SELECT 'https://old.example', n::text, 'task.updated', moment,
                jsonb_build_object('title', 'Old order ' || n, 'text', repeat('Long done. ', 10)), moment
           FROM generate_series(1, $1::int) AS n,
                LATERAL (SELECT now() - make_interval(mins => n) AS moment) AS drawn
         RETURNING id, received_at
       ),
       numbered AS (
         SELECT old.*, row_number() OVER (ORDER BY id) AS position FROM old
       ),
       channel AS (
         SELECT id, row_number() OVER (ORDER BY id) - 1 AS position
           FROM configuration
          WHERE destination_url = 'never opened'
       ),
       pair AS (
         SELECT nextval('attempt_id_seq') AS attempt_id, numbered.id AS event_id, channel.id AS configuration_id,
                numbered.received_at AS moment
           FROM numbered
          CROSS JOIN generate_series(0, $4::int - 1) AS place
           JOIN channel ON channel.position = (numbered.position * $4 + place) % $2::int
          LIMIT $3
       ),
       attempted AS (
         INSERT INTO attempt (id, configuration_id, started_at, duration_ms, verdict, status, words)
         SELECT attempt_id, configuration_id, moment, 120, 'accepted', 202, 'HTTP 202' FROM pair
       )
       INSERT INTO delivery (configuration_id, event_id, state, reason, due_at, tries, verdict, attempt_id, created_at, settled_at)
       SELECT configuration_id, event_id, 'sent', 'accepted', moment, 1, 'accepted', attempt_id, moment, moment FROM pair`,
      [events, configurations, deliveries, fanOut],
    );
    await client.query(`SET session_replication_role = 'origin'`);
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release();
  }
}
