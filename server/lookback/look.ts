import type { Pool } from 'pg';
import { ProblemError } from '../problem.ts';
import { LOOKBACK } from './limits.ts';
import { createTurns } from './turns.ts';

/** Reads with one statement. Throws `unavailable` when PostgreSQL took too long. */
export type Look = <Row extends object>(
  text: string,
  values: readonly unknown[],
  signal?: AbortSignal,
) => Promise<Row[]>;

/** PostgreSQL's code for a statement that was cancelled, by its timeout too. */
const CANCELLED = '57014';

/**
 * How the pages look at what came: a few at a time, each within its time, so that nothing that people click
 * together can hold up a delivery. Fails closed: no answer rather than a late one.
 */
export function createLook(pool: Pool): Look {
  const turns = createTurns(LOOKBACK.atOnce);
  return (text, values, signal) =>
    turns(async () => {
      const client = await pool.connect();
      let failed: Error | undefined;
      try {
        await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${LOOKBACK.statementMs}`);
        const { rows } = await client.query({ text, values: [...values] });
        await client.query('COMMIT');
        return rows;
      } catch (error) {
        failed = error instanceof Error ? error : new Error(String(error));
        throw isCancelled(error) ? tooSlow() : error;
      } finally {
        // A connection in a transaction that failed is not used again.
        client.release(failed);
      }
    }, signal);
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === CANCELLED;
}

function tooSlow(): ProblemError {
  return new ProblemError('unavailable', 'Looking back took too long. Everything else works; try again.');
}
