import type { Activity } from './activity.ts';
import { LOOKBACK, lookbackStart } from './limits.ts';

/** Which events are looked at: of these types, visible to this tenant, since then. */
export interface Newest {
  types: readonly string[];
  tenantId: string;
  since: Date;
}

/**
 * SQL: the rows `newest (id, received_at)`, the newest events within the limits. Its parameters are those of
 * `newestValues`, $1 to $5. Each type of each tenant is read from the end of its part of the index.
 */
export const NEWEST_EVENTS = `newest AS MATERIALIZED (
    SELECT id, received_at
      FROM (
             SELECT id, received_at, sum(bytes) OVER (ORDER BY received_at DESC, id DESC) AS bytes
               FROM (
                      SELECT found.*
                        FROM unnest($1::text[]) AS wanted (type)
                       CROSS JOIN LATERAL (
                               (SELECT id, received_at, pg_column_size(data) AS bytes
                                  FROM event
                                 WHERE tenant_id IS NULL AND type = wanted.type AND received_at >= $3
                                 ORDER BY received_at DESC
                                 LIMIT $4)
                                UNION ALL
                               (SELECT id, received_at, pg_column_size(data) AS bytes
                                  FROM event
                                 WHERE tenant_id = $2 AND type = wanted.type AND received_at >= $3
                                 ORDER BY received_at DESC
                                 LIMIT $4)
                             ) AS found
                       ORDER BY received_at DESC, id DESC
                       LIMIT $4
                    ) AS recent
           ) AS measured
     WHERE bytes <= $5
  )`;

export function newestValues({ types, tenantId, since }: Newest): unknown[] {
  return [types, tenantId, since, LOOKBACK.tried, LOOKBACK.triedBytes];
}

/** More is read than is tried, in case more came lately than before. */
const RESERVE = 2;

/**
 * Where to start so that not much more is read than is tried. With few events that is all the time that is
 * looked back on; with many, the newest part of it, as if they came evenly.
 */
export function startFor(came: number, now: Date): Date {
  const start = lookbackStart(now).getTime();
  const share = Math.min(1, (RESERVE * LOOKBACK.tried) / Math.max(1, came));
  return new Date(now.getTime() - (now.getTime() - start) * share);
}

/** How many events of these types came; a type that reached its limit makes it "at least". */
export function totalOf(activity: Activity, types: readonly string[]): { came: number; atLeast: boolean } {
  const counts = types.map((type) => activity.get(type) ?? 0);
  return {
    came: counts.reduce((sum, count) => sum + count, 0),
    atLeast: counts.some((count) => count >= LOOKBACK.counted),
  };
}
