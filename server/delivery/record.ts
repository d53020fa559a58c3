import type { Pool } from 'pg';
import type { Judgement } from '../destinations/verdict.ts';
import { sealingIn } from '../storage/vault.ts';
import type { FoldKind } from './lane-step.ts';
import type { Consequence } from './outcome.ts';
import { RETRY_TOTAL_MS } from './retry.ts';
import { storable } from './storable.ts';

/** An attempt that is over, to be written down. */
export interface AttemptRecord {
  configurationId: string;
  /** The delivery that it was made for; of a folded card, the first one. */
  deliveryId: bigint;
  /** The sealed URL that it went to: a destination that was replaced meanwhile is not broken by it. Its key may have. */
  sealedUrl: string;
  /** How long ago it started, at the time of writing, and how long it took. */
  startedAgoMs: number;
  durationMs: number;
  status: number | undefined;
  judgement: Judgement;
  consequence: Consequence;
  /** The learned distance between posts, when this attempt changed it. */
  gapMs: number | undefined;
}

/** A removed configuration stays removed, whatever its last attempt came to. */
const BROKEN = "input.broken AND configuration.state <> 'removed'";

/**
 * Writes attempts, their deliveries and what follows for the configurations, in one statement: a crash
 * leaves all or nothing of each, and fifty cost little more than one. A delivery that is no longer waiting
 * (removed, dropped) keeps its state.
 *
 * Most attempts change nothing about their configuration, and then the statement does not look at it. Arrays
 * instead of JSON, because PostgreSQL sees how long they are and plans for that many rows.
 */
export async function recordAttempts(pool: Pool, records: readonly AttemptRecord[]): Promise<void> {
  const reaching = records.some(reachesConfiguration);
  await pool.query({
    name: reaching ? 'record-attempts-and-configurations' : 'record-attempts',
    text: reaching
      ? `${WRITE_ATTEMPTS}, ${GIVE_UP} ${CHANGE_CONFIGURATIONS}`
      : `${WRITE_ATTEMPTS} SELECT FROM input`,
    values: COLUMNS.map(([, , valueIn]) => records.map(valueIn)),
  });
}

function reachesConfiguration({ consequence, gapMs }: AttemptRecord): boolean {
  const { holdMs, broken, exhausted } = consequence;
  return holdMs !== undefined || broken || exhausted || gapMs !== undefined;
}

/** What the statement reads of an attempt: name, type, value. */
const COLUMNS: readonly [name: string, type: string, valueIn: (record: AttemptRecord) => unknown][] = [
  ['configuration_id', 'text', (record) => record.configurationId],
  ['delivery_id', 'bigint', (record) => String(record.deliveryId)],
  ['sealed_url', 'text', (record) => record.sealedUrl],
  ['started_ago_ms', 'float8', (record) => record.startedAgoMs],
  ['duration_ms', 'int', (record) => record.durationMs],
  ['status', 'int', (record) => record.status ?? null],
  ['verdict', 'verdict', ({ judgement }) => judgement.verdict],
  ['words', 'text', ({ judgement }) => storable(judgement.words)],
  ['context_id', 'text', ({ judgement }) => storable(judgement.contextId)],
  ['state', 'delivery_state', ({ consequence }) => consequence.state],
  ['reason', 'text', ({ consequence }) => consequence.reason],
  ['hold_ms', 'float8', ({ consequence }) => consequence.holdMs ?? null],
  ['broken', 'boolean', ({ consequence }) => consequence.broken],
  ['exhausted', 'boolean', ({ consequence }) => consequence.exhausted],
  ['gap_ms', 'int', ({ gapMs }) => roundedOrNull(gapMs)],
];

const WRITE_ATTEMPTS = `
  WITH input AS (
    SELECT nextval('attempt_id_seq') AS attempt_id, *
      FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
        AS record (${COLUMNS.map(([name]) => name).join(', ')})
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
  )`;

const GIVE_UP = `
  given_up AS (
    UPDATE delivery
       SET state = 'failed', reason = 'attempts-used-up', settled_at = now()
      FROM input
     WHERE input.exhausted
       AND delivery.configuration_id = input.configuration_id
       AND delivery.id <> input.delivery_id
       AND delivery.state = 'waiting'
       AND delivery.created_at < now() - make_interval(secs => ${RETRY_TOTAL_MS / 1_000})
  )`;

/** A hold that has passed may stay: it holds nothing. */
const CHANGE_CONFIGURATIONS = `
  UPDATE configuration
     SET hold_until = CASE WHEN input.hold_ms IS NULL THEN NULL ELSE ${aheadOf('input.hold_ms')} END,
         gap_ms = coalesce(input.gap_ms, configuration.gap_ms),
         state = CASE WHEN ${BROKEN} THEN 'broken' ELSE configuration.state END,
         state_reason = CASE WHEN ${BROKEN} THEN input.words ELSE configuration.state_reason END,
         broken_at = CASE WHEN ${BROKEN} THEN now() ELSE configuration.broken_at END
    FROM input
   WHERE configuration.id = input.configuration_id
     AND ${sealingIn('configuration.destination_url')} = ${sealingIn('input.sealed_url')}
     AND (input.broken OR input.hold_ms IS NOT NULL OR input.gap_ms IS NOT NULL)`;

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
            gap_ms = coalesce($15, gap_ms),
            folded_at = CASE WHEN $7 THEN now() ELSE folded_at END,
            catch_up_to = CASE WHEN $7 AND NOT $17 THEN NULL ELSE catch_up_to END,
            state = CASE WHEN $16 AND state <> 'removed' THEN 'broken' ELSE state END,
            state_reason = CASE WHEN $16 AND state <> 'removed' THEN $11 ELSE state_reason END,
            broken_at = CASE WHEN $16 AND state <> 'removed' THEN now() ELSE broken_at END
      WHERE id = $1 AND ${sealingIn('destination_url')} = ${sealingIn('$3')}`,
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
      roundedOrNull(record.gapMs),
      consequence.broken,
      consequence.exhausted,
      record.deliveryId,
    ],
  );
}

const FOLD_REASONS = { storm: 'storm', digest: 'digest', catch_up: 'catch-up' } as const;

function roundedOrNull(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.round(ms);
}

/** Moments are counted by the database's clock, so nodes whose clocks differ agree. */
function agoOf(ms: string): string {
  return `now() - make_interval(secs => ${ms} / 1000)`;
}

function aheadOf(ms: string): string {
  return `now() + make_interval(secs => ${ms} / 1000)`;
}
