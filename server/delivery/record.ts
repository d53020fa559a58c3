import type { Pool } from 'pg';
import type { Judgement } from '../destinations/verdict.ts';
import type { FoldKind } from './lane-step.ts';
import type { Consequence } from './outcome.ts';
import { RETRY_TOTAL_MS } from './retry.ts';

/** An attempt that is over, to be written down. */
export interface AttemptRecord {
  configurationId: string;
  /** The delivery that it was made for; of a folded card, the first one. */
  deliveryId: bigint;
  /** The sealed URL that it went to: a destination that was replaced meanwhile is not broken by it. */
  sealedUrl: string;
  /** How long ago it started, at the time of writing, and how long it took. */
  startedAgoMs: number;
  durationMs: number;
  status: number | undefined;
  judgement: Judgement;
  consequence: Consequence;
  /** The learned distance between posts. */
  gapMs: number;
}

/** A removed configuration stays removed, whatever its last attempt came to. */
const BROKEN = "input.broken AND configuration.state <> 'removed'";

/**
 * Writes attempts, their deliveries and what follows for the configurations, in one statement: a crash
 * leaves all or nothing of each, and fifty cost little more than one. A delivery that is no longer waiting
 * (removed, dropped) keeps its state.
 */
export async function recordAttempts(pool: Pool, records: readonly AttemptRecord[]): Promise<void> {
  await pool.query({
    name: 'record-attempts',
    text: `
      WITH input AS (
        SELECT nextval('attempt_id_seq') AS attempt_id, *
          FROM jsonb_to_recordset($1::jsonb) AS record (
                 configuration_id text, delivery_id bigint, sealed_url text, started_ago_ms float8,
                 duration_ms int, status int, verdict verdict, words text, context_id text,
                 state delivery_state, reason text, hold_ms float8, broken boolean, exhausted boolean, gap_ms int
               )
      ),
      written AS (
        INSERT INTO attempt (id, configuration_id, started_at, duration_ms, verdict, status, words, context_id,
                             first_delivery_id)
        SELECT attempt_id, configuration_id, ${agoOf('started_ago_ms')}, duration_ms, verdict, status, words, context_id,
               delivery_id
          FROM input
      ),
      settled AS (
        UPDATE delivery
           SET state = input.state,
               reason = input.reason,
               verdict = input.verdict,
               attempt_id = input.attempt_id,
               tries = delivery.tries + 1,
               due_at = CASE WHEN input.hold_ms IS NULL THEN due_at ELSE ${aheadOf('input.hold_ms')} END,
               settled_at = CASE WHEN input.state = 'waiting' THEN NULL ELSE now() END
          FROM input
         WHERE delivery.id = input.delivery_id
           AND delivery.state = 'waiting'
      ),
      given_up AS (
        UPDATE delivery
           SET state = 'failed', reason = 'attempts-used-up', settled_at = now()
          FROM input
         WHERE input.exhausted
           AND delivery.configuration_id = input.configuration_id
           AND delivery.id <> input.delivery_id
           AND delivery.state = 'waiting'
           AND delivery.created_at < now() - make_interval(secs => ${RETRY_TOTAL_MS / 1_000})
      )
      UPDATE configuration
         SET hold_until = CASE WHEN input.hold_ms IS NULL THEN NULL ELSE ${aheadOf('input.hold_ms')} END,
             gap_ms = input.gap_ms,
             state = CASE WHEN ${BROKEN} THEN 'broken' ELSE configuration.state END,
             state_reason = CASE WHEN ${BROKEN} THEN input.words ELSE configuration.state_reason END,
             broken_at = CASE WHEN ${BROKEN} THEN now() ELSE configuration.broken_at END
        FROM input
       WHERE configuration.id = input.configuration_id
         AND configuration.destination_url = input.sealed_url
         AND (input.broken OR input.hold_ms IS NOT NULL OR configuration.hold_until IS NOT NULL
              OR configuration.gap_ms <> input.gap_ms)`,
    values: [JSON.stringify(records.map(toRow))],
  });
}

/** A card that carries many deliveries. */
export interface FoldRecord extends AttemptRecord {
  kind: FoldKind;
  /** What was on the card. Not a range: a delivery that is replayed meanwhile would be in it. */
  deliveryIds: readonly bigint[];
}

/** Of a folded card whose attempts are used up: what waited for less than the head keeps waiting. */
const YOUNG = `($17 AND id <> $18 AND created_at >= now() - make_interval(secs => ${RETRY_TOTAL_MS / 1_000}))`;

/** Writes a folded attempt: the deliveries point to it, so everybody can see which card carried them. */
export async function recordFold(pool: Pool, record: FoldRecord): Promise<void> {
  const { consequence } = record;
  const settled = consequence.state !== 'waiting';
  await pool.query(
    `WITH input AS MATERIALIZED (
       SELECT nextval('attempt_id_seq') AS attempt_id
     ),
     carried AS (
       UPDATE delivery
          SET state = CASE WHEN ${YOUNG} THEN 'waiting' ELSE $4::delivery_state END,
              reason = CASE WHEN ${YOUNG} THEN 'retry' ELSE $5 END,
              verdict = $6,
              attempt_id = (SELECT attempt_id FROM input),
              tries = tries + 1,
              settled_at = CASE WHEN $7 AND NOT ${YOUNG} THEN now() END
        WHERE configuration_id = $1 AND state = 'waiting' AND id = ANY($2::bigint[])
       RETURNING 1
     ),
     written AS (
       INSERT INTO attempt (id, configuration_id, started_at, duration_ms, verdict, status, words, context_id, kind, carried,
                            first_delivery_id, last_delivery_id)
       SELECT attempt_id, $1, ${agoOf('$8::float8')}, $9, $6, $10, $11, $12, $13::attempt_kind, (SELECT count(*) FROM carried),
              $18, (SELECT max(id) FROM unnest($2::bigint[]) AS carried_id (id))
         FROM input
     )
     UPDATE configuration
        SET hold_until = ${aheadOf('$14::float8')},
            gap_ms = $15,
            folded_at = CASE WHEN $7 THEN now() ELSE folded_at END,
            catch_up_to = CASE WHEN $7 AND NOT $17 THEN NULL ELSE catch_up_to END,
            state = CASE WHEN $16 AND state <> 'removed' THEN 'broken' ELSE state END,
            state_reason = CASE WHEN $16 AND state <> 'removed' THEN $11 ELSE state_reason END,
            broken_at = CASE WHEN $16 AND state <> 'removed' THEN now() ELSE broken_at END
      WHERE id = $1 AND destination_url = $3`,
    [
      record.configurationId,
      record.deliveryIds,
      record.sealedUrl,
      consequence.state === 'sent' ? 'folded' : consequence.state,
      consequence.state === 'sent' ? FOLD_REASONS[record.kind] : consequence.reason,
      record.judgement.verdict,
      settled,
      record.startedAgoMs,
      record.durationMs,
      record.status ?? null,
      storable(record.judgement.words),
      storable(record.judgement.contextId),
      record.kind,
      consequence.holdMs ?? null,
      Math.round(record.gapMs),
      consequence.broken,
      consequence.exhausted,
      record.deliveryId,
    ],
  );
}

const FOLD_REASONS = { storm: 'storm', digest: 'digest', catch_up: 'catch-up' } as const;

function toRow(record: AttemptRecord) {
  const { judgement, consequence } = record;
  return {
    configuration_id: record.configurationId,
    delivery_id: String(record.deliveryId),
    sealed_url: record.sealedUrl,
    started_ago_ms: record.startedAgoMs,
    duration_ms: record.durationMs,
    status: record.status ?? null,
    verdict: judgement.verdict,
    words: storable(judgement.words),
    context_id: storable(judgement.contextId),
    state: consequence.state,
    reason: consequence.reason,
    hold_ms: consequence.holdMs ?? null,
    broken: consequence.broken,
    exhausted: consequence.exhausted,
    gap_ms: Math.round(record.gapMs),
  };
}

/** PostgreSQL takes no NUL and no half characters: one such answer would keep a whole batch from being written. */
function storable(text: string | undefined): string | null {
  return text?.replaceAll('\0', ' ').toWellFormed() ?? null;
}

/** Moments are counted by the database's clock, so nodes whose clocks differ agree. */
function agoOf(ms: string): string {
  return `now() - make_interval(secs => ${ms} / 1000)`;
}

function aheadOf(ms: string): string {
  return `now() + make_interval(secs => ${ms} / 1000)`;
}
