import type { PoolClient } from 'pg';

/** How batches are run: none begins unless `goesOn` says so, after its pause. */
export interface Batches {
  client: PoolClient;
  goesOn(): Promise<boolean>;
}

/** No statement touches more rows: a channel's own statements never wait long for one of these. */
const BATCH_ROWS = 1_000;

/** Deliveries that have waited since before `before` are given up as expired; people can still replay them. */
export async function expireWaiting(batches: Batches, before: Date): Promise<void> {
  await inBatches(
    batches,
    `UPDATE delivery
        SET state = 'expired', reason = 'too-old', settled_at = now()
      WHERE state = 'waiting'
        AND id IN (SELECT id FROM delivery WHERE state = 'waiting' AND created_at < $1 LIMIT ${BATCH_ROWS})`,
    [before],
  );
}

/**
 * Removes events that were accepted before `before`, with their deliveries. An event stays while a delivery
 * of it waits (a replay), or expired after `expiredSince`.
 *
 * Walks the events by their numbers, which rise with the time of acceptance, and ends at the first batch
 * that is young: the table needs no index on the time, and young rows are not looked at every hour.
 */
export async function removeEvents(batches: Batches, before: Date, expiredSince: Date): Promise<void> {
  const { client, goesOn } = batches;
  let last = '0';
  do {
    const { rows } = await client.query<{ id: string; old: boolean; needed: boolean }>(
      `SELECT id,
              received_at < $2 AS old,
              EXISTS (SELECT FROM delivery
                       WHERE event_id = event.id
                         AND (state = 'waiting' OR (state = 'expired' AND settled_at >= $3))) AS needed
         FROM event
        WHERE id > $1
        ORDER BY id
        LIMIT ${BATCH_ROWS}`,
      [last, before, expiredSince],
    );
    if (!rows.some((row) => row.old)) return;
    const ids = rows.filter((row) => row.old && !row.needed).map((row) => row.id);
    await inBatches(
      batches,
      `DELETE FROM delivery
        WHERE state <> 'waiting'
          AND id IN (SELECT id FROM delivery WHERE event_id = ANY($1) AND state <> 'waiting' LIMIT ${BATCH_ROWS})`,
      [ids],
    );
    // One that was made to wait meanwhile keeps its event.
    await client.query(
      'DELETE FROM event WHERE id = ANY($1) AND NOT EXISTS (SELECT FROM delivery WHERE event_id = event.id)',
      [ids],
    );
    last = rows.at(-1)?.id ?? last;
  } while (await goesOn());
}

/** Removes pressed buttons of cards from before `before`, but for those that are still to be passed on. */
export async function removeCardActions(batches: Batches, before: Date): Promise<void> {
  await inBatches(
    batches,
    `DELETE FROM card_action
      WHERE id IN (SELECT id FROM card_action WHERE pressed_at < $1 AND state <> 'waiting' LIMIT ${BATCH_ROWS})`,
    [before],
  );
}

/** Removes attempts that started before `before`, walking by their numbers as above. */
export async function removeAttempts({ client, goesOn }: Batches, before: Date): Promise<void> {
  let last = '0';
  do {
    const { rows } = await client.query<{ id: string; old: boolean }>(
      `SELECT id, started_at < $2 AS old FROM attempt WHERE id > $1 ORDER BY id LIMIT ${BATCH_ROWS}`,
      [last, before],
    );
    const ids = rows.filter((row) => row.old).map((row) => row.id);
    if (ids.length === 0) return;
    await client.query('DELETE FROM attempt WHERE id = ANY($1)', [ids]);
    last = rows.at(-1)?.id ?? last;
  } while (await goesOn());
}

/**
 * Removes configurations that people removed before `removedBefore`, and those that were never finished: no
 * destination since before `unfinishedBefore` (one whose address was lost with its key is broken, and stays). What was delivered to them goes first, in batches of its own.
 */
export async function removeConfigurations(
  batches: Batches,
  removedBefore: Date,
  unfinishedBefore: Date,
): Promise<void> {
  const { client, goesOn } = batches;
  const condition = `((state = 'removed' AND removed_at < $1)
                      OR (destination_url IS NULL AND state <> 'broken' AND updated_at < $2))`;
  let found: number;
  do {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM configuration WHERE ${condition} LIMIT ${BATCH_ROWS}`,
      [removedBefore, unfinishedBefore],
    );
    const ids = rows.map((row) => row.id);
    for (const table of ['delivery', 'attempt', 'change']) {
      await inBatches(
        batches,
        `DELETE FROM ${table}
          WHERE id IN (SELECT id FROM ${table} WHERE configuration_id = ANY($1) LIMIT ${BATCH_ROWS})`,
        [ids],
      );
    }
    // Asked again: its page may have brought it back.
    const removed = await client.query(`DELETE FROM configuration WHERE id = ANY($3) AND ${condition}`, [
      removedBefore,
      unfinishedBefore,
      ids,
    ]);
    await client.query(
      `DELETE FROM connection
        WHERE configuration_id = ANY($1)
          AND NOT EXISTS (SELECT FROM configuration WHERE id = configuration_id)`,
      [ids],
    );
    found = removed.rowCount ?? 0;
  } while (found > 0 && (await goesOn()));
}

/** Repeats a statement until it finds less than a batch. */
async function inBatches({ client, goesOn }: Batches, statement: string, values: unknown[]): Promise<void> {
  let touched: number;
  do {
    touched = (await client.query(statement, values)).rowCount ?? 0;
  } while (touched === BATCH_ROWS && (await goesOn()));
}
