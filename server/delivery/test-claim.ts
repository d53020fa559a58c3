import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { ProblemError } from '../problem.ts';

/** As many test cards a person may send to one channel in a row, and then one per so much time. */
const MOST_TESTS = 5;
const WINDOW_SECONDS = 60;
/** A node that dies in the middle of a test holds up the next one no longer than this. */
const CLAIM_SECONDS = 20;
/** A test that is under way is waited for: somebody pressed twice. */
const PATIENCE_MS = 6_000;
const LOOK_AGAIN_MS = 150;

/**
 * Runs `work` as the only test of a configuration on all nodes, so that who comes second sees what the first
 * one did. Throws `test-too-soon` when there were too many lately, or one under way does not end: fails
 * closed, because a test posts to a channel that people read.
 */
export async function asOnlyTest<Result>(
  pool: Pool,
  configurationId: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  const until = performance.now() + PATIENCE_MS;
  while (!(await claim(pool, configurationId))) {
    signal.throwIfAborted();
    if (performance.now() > until) throw tooSoon('A test card is under way. Wait for its answer.');
    await delay(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    await pool.query('UPDATE configuration SET testing_until = NULL WHERE id = $1', [configurationId]);
  }
}

async function claim(pool: Pool, configurationId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE configuration
        SET testing_until = now() + make_interval(secs => ${CLAIM_SECONDS})
      WHERE id = $1
        AND (testing_until IS NULL OR testing_until < now())`,
    [configurationId],
  );
  return rowCount === 1;
}

/** Throws `test-too-soon` when the newest tests of a configuration fill the window. */
export async function refuseTooMany(pool: Pool, configurationId: string): Promise<void> {
  const { rows } = await pool.query<{ tests: number }>(
    `SELECT count(*)::int AS tests
       FROM attempt
      WHERE configuration_id = $1
        AND kind = 'test'
        AND started_at > now() - make_interval(secs => ${WINDOW_SECONDS})`,
    [configurationId],
  );
  if ((rows[0]?.tests ?? 0) < MOST_TESTS) return;
  throw tooSoon(`There were ${MOST_TESTS} test cards in the last minute. Wait a moment.`);
}

function tooSoon(detail: string): ProblemError {
  return new ProblemError('test-too-soon', detail);
}
