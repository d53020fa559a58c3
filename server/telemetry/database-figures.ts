import type { Pool } from 'pg';

/** What the database holds, for all nodes together. */
export interface DatabaseFigures {
  configurations: { state: string; count: number }[];
  /** Deliveries that wait, by the state of their configurations: what waits for people is no backlog. */
  waiting: { state: string; count: number; oldestSeconds: number }[];
  /** Pressed buttons that were not passed on yet. */
  cardActions: { count: number; oldestSeconds: number };
}

export async function readDatabaseFigures(pool: Pool): Promise<DatabaseFigures> {
  const [configurations, waiting, cardActions] = await Promise.all([
    countConfigurations(pool),
    countWaiting(pool),
    countCardActions(pool),
  ]);
  return { configurations, waiting, cardActions };
}

async function countConfigurations(pool: Pool): Promise<DatabaseFigures['configurations']> {
  const { rows } = await pool.query<DatabaseFigures['configurations'][number]>(
    'SELECT state, count(*)::int AS count FROM configuration GROUP BY state',
  );
  return rows;
}

/**
 * Counts in the index of waiting deliveries, whose size follows what waits and not what was delivered. Ids
 * rise with acceptance, so the oldest delivery of a state is one row, read by its key.
 */
async function countWaiting(pool: Pool): Promise<DatabaseFigures['waiting']> {
  const { rows } = await pool.query<DatabaseFigures['waiting'][number]>(
    `WITH queue AS (
       SELECT configuration_id, count(*) AS deliveries, min(id) AS oldest_id
         FROM delivery
        WHERE state = 'waiting'
        GROUP BY configuration_id
     ),
     by_state AS (
       SELECT configuration.state, sum(deliveries) AS deliveries, min(oldest_id) AS oldest_id
         FROM queue
         JOIN configuration ON configuration.id = queue.configuration_id
        GROUP BY configuration.state
     )
     SELECT by_state.state,
            deliveries::float8 AS count,
            greatest(0, extract(epoch FROM now() - delivery.created_at))::float8 AS "oldestSeconds"
       FROM by_state
       JOIN delivery ON delivery.id = by_state.oldest_id`,
  );
  return rows;
}

async function countCardActions(pool: Pool): Promise<DatabaseFigures['cardActions']> {
  const { rows } = await pool.query<DatabaseFigures['cardActions']>(
    `SELECT count(*)::float8 AS count,
            coalesce(greatest(0, extract(epoch FROM now() - min(pressed_at))), 0)::float8 AS "oldestSeconds"
       FROM card_action
      WHERE state = 'waiting'`,
  );
  return rows[0] ?? { count: 0, oldestSeconds: 0 };
}
