import type { Look } from '../lookback/look.ts';

/** Tables whose ids rise with time, and the column that tells the time. */
const MOMENTS = { attempt: 'started_at', delivery: 'created_at', event: 'received_at' } as const;
export type DatedTable = keyof typeof MOMENTS;

/** `from` is the first id, `to` the newest; nothing is there when `to` is below `from`. */
export interface IdRange {
  from: bigint;
  to: bigint;
}

/**
 * The ids of a table's rows since a moment, found by halving: some twenty reads by the primary key, however many
 * rows there are. So these tables need no index on the time, which every event and every attempt would pay for.
 * Rows that were written side by side may stand a little out of order: leave room before the moment, and compare
 * the time itself.
 */
export async function idsSince(look: Look, table: DatedTable, since: Date): Promise<IdRange> {
  const [row] = await look<{ from: string; to: string }>(
    `WITH RECURSIVE halving (low, high) AS (
       SELECT coalesce(min(id), 1), coalesce(max(id), 0) + 1 FROM ${table}
        UNION ALL
       SELECT CASE WHEN older THEN probe.id + 1 ELSE low END,
              CASE WHEN older THEN high ELSE low + (high - low) / 2 END
         FROM halving
        CROSS JOIN LATERAL (
                SELECT id, id < high AND ${MOMENTS[table]} < $1 AS older
                  FROM ${table}
                 WHERE id >= low + (high - low) / 2
                 ORDER BY id
                 LIMIT 1
              ) AS probe
        WHERE low < high
     )
     SELECT low AS "from", (SELECT coalesce(max(id), 0) FROM ${table}) AS "to"
       FROM halving
      ORDER BY high - low
      LIMIT 1`,
    [since],
  );
  return { from: BigInt(row?.from ?? 1), to: BigInt(row?.to ?? 0) };
}
