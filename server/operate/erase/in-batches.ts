import type { Pool } from 'pg';

/** No statement touches more rows: a channel's own statements never wait long for one of these. */
const BATCH_ROWS = 1_000;

/** Deletes all rows for which the condition holds, until there are none; answers how many there were. */
export async function deleteInBatches(
  pool: Pool,
  table: string,
  condition: string,
  values: unknown[],
): Promise<number> {
  let deleted = 0;
  while (true) {
    const { rowCount } = await pool.query(
      `DELETE FROM ${table}
        WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${BATCH_ROWS}))`,
      values,
    );
    if (!rowCount) return deleted;
    deleted += rowCount;
  }
}
