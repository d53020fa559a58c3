import type { Pool } from 'pg';
import type { Attempt } from './attempt.ts';
import { storable } from './storable.ts';

/**
 * Writes a test's attempt. It carried no delivery. What it says of the channel's own destination counts: a dead
 * one breaks the configuration, one that takes cards again mends it, and one that asks for patience gets it;
 * what it says of an address that was only tried counts for nothing.
 */
export async function recordTest(
  pool: Pool,
  { configurationId, fingerprint }: { configurationId: string; fingerprint: string },
  { startedAt, endedAt, status, judgement }: Attempt,
): Promise<void> {
  const { verdict, words, contextId, retryAfterMs } = judgement;
  await pool.query(
    `WITH written AS (
       INSERT INTO attempt (configuration_id, started_at, duration_ms, verdict, status, words, context_id, kind, carried)
       VALUES ($1, now() - make_interval(secs => $3::float8 / 1000), $4, $5::verdict, $6, $7, $8, 'test', 0)
     )
     UPDATE configuration
        SET hold_until = CASE WHEN ${MENDED} THEN NULL
                              ELSE greatest(hold_until, now() + make_interval(secs => $9::float8 / 1000)) END,
            state = CASE WHEN ${MENDED} THEN 'active' WHEN ${BROKEN} THEN 'broken' ELSE state END,
            state_reason = CASE WHEN ${MENDED} THEN NULL WHEN ${BROKEN} THEN $7 ELSE state_reason END,
            broken_at = CASE WHEN ${MENDED} THEN NULL WHEN ${BROKEN} THEN now() ELSE broken_at END
      WHERE id = $1 AND destination_fingerprint = $2`,
    [
      configurationId,
      fingerprint,
      performance.now() - startedAt,
      Math.round(endedAt - startedAt),
      verdict,
      status ?? null,
      storable(words),
      storable(contextId),
      retryAfterMs ?? null,
    ],
  );
}

const MENDED = `($5::verdict IN ('posted', 'accepted') AND state = 'broken')`;
/** A pause stays one: its end finds out. */
const BROKEN = `($5::verdict = 'dead' AND state = 'active')`;
