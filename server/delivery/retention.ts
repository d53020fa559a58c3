import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import {
  type Batches,
  expireWaiting,
  removeAttempts,
  removeCardActions,
  removeConfigurations,
  removeEvents,
} from './removal.ts';

export interface RetentionOptions {
  pool: Pool;
  /** Events, deliveries and attempts are kept for so many days. */
  retentionDays: number;
  now(): Date;
  onError(error: unknown): void;
  /** Ends it; a statement under way is waited for. */
  signal: AbortSignal;
}

/** Names the advisory lock; any number that nothing else of ours uses. */
const LOCK = 7_306_402;
const DAY_MS = 86_400_000;
const ROUND_MS = 3_600_000;
/** Nodes that start together do not all begin with this. */
const FIRST_ROUND_MS = 60_000;
/** Between two batches, so that deliveries come first. */
const BATCH_PAUSE_MS = 50;
/** What expired is shown, and can be replayed, for a day before it goes. */
const EXPIRED_SHOWN_MS = DAY_MS;
/** A page that stored what it wants and never set a destination was closed or failed. */
const UNFINISHED_MS = DAY_MS;

/**
 * Removes what is too old, once an hour, by one node at a time, until the signal ends it. An error ends the
 * round and is reported; the next round does what is left. The promise never rejects.
 */
export async function startRetention(options: RetentionOptions): Promise<void> {
  const { signal, onError } = options;
  let wait = FIRST_ROUND_MS;
  while (await pause(wait, signal)) {
    await removeOld(options, BATCH_PAUSE_MS).catch(onError);
    wait = ROUND_MS;
  }
}

/** One round. Does nothing when another node is at it. */
export async function removeOld(
  { pool, retentionDays, now, signal }: Omit<RetentionOptions, 'onError'>,
  batchPauseMs: number,
): Promise<void> {
  const at = now().getTime();
  const before = new Date(at - retentionDays * DAY_MS);
  const client = await pool.connect();
  let failed = true;
  try {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
    if (rows[0]?.mine) {
      const batches: Batches = { client, goesOn: () => pause(batchPauseMs, signal) };
      await expireWaiting(batches, before);
      await removeEvents(batches, before, new Date(at - EXPIRED_SHOWN_MS));
      await removeAttempts(batches, before);
      await removeCardActions(batches, before);
      await removeConfigurations(batches, before, new Date(at - UNFINISHED_MS));
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    }
    failed = false;
  } finally {
    // A connection that failed may still hold the lock: closing it gives the lock back.
    client.release(failed);
  }
}

/** Waits; answers whether to go on. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  await delay(ms, undefined, { signal }).catch(() => {});
  return !signal.aborted;
}
