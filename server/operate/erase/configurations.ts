import type { Pool } from 'pg';
import { deleteInBatches } from './in-batches.ts';
import type { ErasedCounts } from './schema.ts';
import type { Chosen } from './target.ts';

/** So many configurations are erased at a time, with all that was delivered to them. */
const AT_A_TIME = 200;

/** Nothing is posted or delivered to them any more, and their webhooks are forgotten. Answers their ids. */
export async function stopConfigurations(pool: Pool, { where, values }: Chosen): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE configuration
        SET state = 'removed',
            removed_at = coalesce(removed_at, now()),
            destination_url = NULL,
            destination_fingerprint = NULL,
            connected_fingerprint = NULL,
            version = version + 1
      WHERE ${where}
     RETURNING id`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Erases configurations that are stopped, and all that hangs on them: they go last, so an ended run goes on. */
export async function eraseConfigurations(
  pool: Pool,
  { where, values }: Chosen,
): Promise<Omit<ErasedCounts, 'events' | 'keys' | 'anonymised'>> {
  const counts = {
    configurations: 0,
    deliveries: 0,
    attempts: 0,
    changes: 0,
    cardActions: 0,
    connections: 0,
  };
  while (true) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM configuration WHERE (${where}) AND state = 'removed' LIMIT ${AT_A_TIME}`,
      values,
    );
    if (rows.length === 0) return counts;
    const ids = [rows.map(({ id }) => id)];
    const remove = (table: string) => deleteInBatches(pool, table, 'configuration_id = ANY($1)', ids);
    counts.deliveries += await remove('delivery');
    counts.attempts += await remove('attempt');
    counts.changes += await remove('change');
    counts.cardActions += await remove('card_action');
    // Those of a person are found by this very table: its row goes with the configuration's.
    const { rows: removed } = await pool.query<{ connections: number; configurations: number }>(
      `WITH connections AS (
         DELETE FROM connection WHERE configuration_id = ANY($1) RETURNING 1
       ),
       configurations AS (
         DELETE FROM configuration WHERE id = ANY($1) RETURNING 1
       )
       SELECT (SELECT count(*)::int FROM connections) AS connections,
              (SELECT count(*)::int FROM configurations) AS configurations`,
      ids,
    );
    counts.connections += removed[0]?.connections ?? 0;
    counts.configurations += removed[0]?.configurations ?? 0;
  }
}
