import type { Pool } from 'pg';
import { compileCondition } from './filter.ts';
import { EVENT_DOCUMENT } from './filter-document.ts';
import type { Condition, Filter } from './filter-schema.ts';

/** A condition that kept an event out, and how its filter used it: of what is excepted, none may hold. */
export interface Obstacle {
  condition: Condition;
  match: Filter['match'];
}

/**
 * The first condition that kept an event from passing a filter; undefined when it passes. PostgreSQL judges
 * each condition over the same document as the fan-out does.
 */
export async function findObstacle(
  pool: Pool,
  eventId: bigint,
  filter: Filter,
): Promise<Obstacle | undefined> {
  const { rows } = await pool.query<{ holds: boolean }>(
    `SELECT coalesce(jsonb_path_match(seen.document, test.path::jsonpath, test.vars, true), false) AS holds
       FROM (SELECT ${EVENT_DOCUMENT} AS document FROM event WHERE id = $1) AS seen
      CROSS JOIN ROWS FROM (jsonb_to_recordset($2::jsonb) AS (path text, vars jsonb))
                 WITH ORDINALITY AS test (path, vars, position)
      ORDER BY test.position`,
    [eventId, JSON.stringify([...filter.conditions, ...(filter.except ?? [])].map(compileCondition))],
  );
  return obstacleIn(
    filter,
    rows.map((row) => row.holds),
  );
}

/** `holds` says of each condition whether it does: first those that are asked for, then the exceptions. */
function obstacleIn({ match, conditions, except = [] }: Filter, holds: readonly boolean[]) {
  const wanted = holds.slice(0, conditions.length);
  const failed = failedOf(match, conditions, wanted);
  if (failed) return { condition: failed, match };
  const excepted = except[holds.slice(conditions.length).indexOf(true)];
  return excepted && { condition: excepted, match: 'none' as const };
}

/** Of `any`, all failed: the first of them stands for all. */
function failedOf(match: Filter['match'], conditions: readonly Condition[], holds: readonly boolean[]) {
  if (match === 'all') return conditions[holds.indexOf(false)];
  if (match === 'none') return conditions[holds.indexOf(true)];
  return holds.includes(true) ? undefined : conditions[0];
}
