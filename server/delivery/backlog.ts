import type { Pool } from 'pg';

/** How many deliveries of a channel wait, urgent ones not counted; counting ends at `limit`. */
export async function countBacklog(pool: Pool, configurationId: string, limit: number): Promise<number> {
  const { rows } = await pool.query<{ backlog: number }>(
    `SELECT count(*)::int AS backlog
       FROM (SELECT FROM delivery
              WHERE configuration_id = $1 AND state = 'waiting' AND NOT urgent
              LIMIT $2) AS counted`,
    [configurationId, limit],
  );
  return rows[0]?.backlog ?? 0;
}

/**
 * The configurations of these shards that have something waiting and may be served now: what a lost wake-up,
 * a killed node or a restart left behind. Walks the index of waiting deliveries from one configuration to
 * the next, so its cost follows the number of channels with work, not of deliveries.
 */
export async function findWaiting(pool: Pool, shards: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH RECURSIVE waiting (id) AS (
       (SELECT min(configuration_id) FROM delivery WHERE state = 'waiting')
        UNION ALL
       SELECT (SELECT min(configuration_id) FROM delivery WHERE state = 'waiting' AND configuration_id > waiting.id)
         FROM waiting
        WHERE waiting.id IS NOT NULL
     )
     SELECT configuration.id
       FROM waiting
       JOIN configuration ON configuration.id = waiting.id
      WHERE left(configuration.id, 1) = ANY($1)
        AND (state = 'active' OR (state = 'paused' AND paused_until <= now()))
        AND (hold_until IS NULL OR hold_until <= now())`,
    [shards],
  );
  return rows.map((row) => row.id);
}
