import type { Pool } from 'pg';

/** Counting what waits ends here. */
const MOST_WAITING = 1_000;

/**
 * A mark for each of these configurations that differs whenever something about it may have changed: itself,
 * what came, what was tried, how many wait. One statement for all; each part is read from the end of an index.
 * Those that are gone are missing.
 */
export async function readMarks(pool: Pool, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; mark: string }>({
    name: 'read-marks',
    text: `
      SELECT configuration.id,
             concat_ws('-',
               configuration.version,
               configuration.state,
               (SELECT max(id) FROM delivery WHERE configuration_id = configuration.id),
               (SELECT max(id) FROM attempt WHERE configuration_id = configuration.id),
               (SELECT count(*)
                  FROM (SELECT FROM delivery
                         WHERE configuration_id = configuration.id AND state = 'waiting'
                         LIMIT ${MOST_WAITING}) AS counted)
             ) AS mark
        FROM unnest($1::text[]) AS wanted (id)
        JOIN configuration ON configuration.id = wanted.id`,
    values: [ids],
  });
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}
