import type { Pool } from 'pg';
import { compileCondition } from './filter.ts';
import { EVENT_DOCUMENT } from './filter-document.ts';
import type { Condition, Filter } from './filter-schema.ts';

/**
 * The first condition that kept an event from passing a filter; undefined when it passes. PostgreSQL judges
 * each condition over the same document as the fan-out does.
 */
export async function findObstacle(
  pool: Pool,
  eventId: bigint,
  filter: Filter,
): Promise<Condition | undefined> {
  const { rows } = await pool.query<{ holds: boolean }>(
    `SELECT coalesce(jsonb_path_match(seen.document, test.path::jsonpath, test.vars, true), false) AS holds
       FROM (SELECT ${EVENT_DOCUMENT} AS document FROM event WHERE id = $1) AS seen
      CROSS JOIN ROWS FROM (jsonb_to_recordset($2::jsonb) AS (path text, vars jsonb))
                 WITH ORDINALITY AS test (path, vars, position)
      ORDER BY test.position`,
    [eventId, JSON.stringify(filter.conditions.map(compileCondition))],
  );
  return obstacleIn(
    filter,
    rows.map((row) => row.holds),
  );
}

/** `holds` says of each condition whether it does. Of `any`, all failed: the first of them stands for all. */
function obstacleIn({ match, conditions }: Filter, holds: readonly boolean[]): Condition | undefined {
  if (match === 'all') return conditions[holds.indexOf(false)];
  if (match === 'none') return conditions[holds.indexOf(true)];
  return holds.includes(true) ? undefined : conditions[0];
}
