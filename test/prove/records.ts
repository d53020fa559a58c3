import type { Pool } from 'pg';
import type { DeliveryRecord } from './judge/evidence.ts';

/** How many deliveries wait for anything, in all channels. */
export async function countWaiting(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM delivery WHERE state = 'waiting'`,
  );
  return rows[0]?.waiting ?? 0;
}

/** The delivery table, with the run's own numbers of channels and events. */
export async function readDeliveries(
  pool: Pool,
  channelOf: ReadonlyMap<string, number>,
  numberOf: (eventId: string) => number,
): Promise<DeliveryRecord[]> {
  const { rows } = await pool.query<{
    configuration_id: string;
    source_id: string;
    state: string;
    tries: number;
    attempt_id: string | null;
  }>(
    `SELECT delivery.configuration_id, event.source_id, delivery.state, delivery.tries, delivery.attempt_id
       FROM delivery
       JOIN event ON event.id = delivery.event_id`,
  );
  return rows.map((row) => ({
    channel: channelOf.get(row.configuration_id) ?? -1,
    number: numberOf(row.source_id),
    state: row.state,
    tries: row.tries,
    attemptId: row.attempt_id ?? undefined,
  }));
}

/** How many attempts each channel has, in the run's own numbers of channels. */
export async function countAttempts(
  pool: Pool,
  channelOf: ReadonlyMap<string, number>,
): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ configuration_id: string; attempts: number }>(
    'SELECT configuration_id, count(*)::int AS attempts FROM attempt GROUP BY configuration_id',
  );
  return new Map(rows.map((row) => [channelOf.get(row.configuration_id) ?? -1, row.attempts]));
}
