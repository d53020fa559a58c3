import type { Look } from '../lookback/look.ts';
import type { Series, SeriesPoint, Span } from './figures-schema.ts';
import { idsSince } from './ids-since.ts';
import { CLASSES_PER_DOUBLING, quantile } from './quantile.ts';
import { sampleOf } from './sample.ts';

const SPANS: Record<Span, { steps: number; stepMs: number }> = {
  hour: { steps: 60, stepMs: 60_000 },
  day: { steps: 24, stepMs: 3_600_000 },
  week: { steps: 168, stepMs: 3_600_000 },
};
/** An attempt is numbered when it is over: so much later than it began. */
const OUT_OF_ORDER_MS = 120_000;

interface Row {
  step: number;
  verdict: keyof typeof VERDICTS;
  /** Of the duration: see quantile.ts. */
  class: number;
  attempts: number;
  carried: number;
}

const VERDICTS = {
  posted: 'posted',
  accepted: 'accepted',
  try_again: 'tryAgain',
  dead: 'dead',
  card_wrong: 'cardWrong',
} as const;

/**
 * What was posted lately, in steps. Counted in PostgreSQL, in classes of durations instead of one by one, so that
 * percentiles need no sorting; of many attempts every so many-th is read, by its number.
 */
export async function readSeries(
  look: Look,
  span: Span,
  now: Date,
  tenantId: string | undefined,
): Promise<Series> {
  const { steps, stepMs } = SPANS[span];
  const end = (Math.floor(now.getTime() / stepMs) + 1) * stepMs;
  const begin = new Date(end - steps * stepMs);
  const range = await idsSince(look, 'attempt', new Date(begin.getTime() - OUT_OF_ORDER_MS));
  const { from, to, every } = sampleOf(range);
  const rows = await look<Row>(
    `SELECT floor(extract(epoch FROM started_at - $4::timestamptz) * 1000 / $5::int)::int AS step,
            verdict,
            ceil(${CLASSES_PER_DOUBLING} * ln(greatest(duration_ms, 1)::float8) / ln(2::float8))::int AS class,
            count(*)::int AS attempts,
            sum(carried)::int AS carried
       FROM generate_series($1::bigint, $2::bigint, $3::bigint) AS sampled (id)
       JOIN attempt ON attempt.id = sampled.id
      WHERE started_at >= $4
        AND kind <> 'test'
        AND ($6::uuid IS NULL
             OR EXISTS (SELECT FROM configuration WHERE id = attempt.configuration_id AND tenant_id = $6))
      GROUP BY 1, 2, 3`,
    [from, to, every, begin, stepMs, tenantId ?? null],
  );
  const byStep = Map.groupBy(rows, ({ step }) => step);
  return {
    span,
    stepSeconds: stepMs / 1_000,
    every,
    points: Array.from({ length: steps }, (_, step) =>
      pointOf(new Date(begin.getTime() + step * stepMs), byStep.get(step) ?? [], every),
    ),
  };
}

function pointOf(at: Date, rows: readonly Row[], every: number): SeriesPoint {
  const point: SeriesPoint = {
    at: at.toISOString(),
    posted: 0,
    accepted: 0,
    tryAgain: 0,
    dead: 0,
    cardWrong: 0,
    delivered: 0,
  };
  for (const { verdict, attempts, carried } of rows) {
    point[VERDICTS[verdict]] += attempts * every;
    if (verdict === 'posted' || verdict === 'accepted') point.delivered += carried * every;
  }
  if (rows.length === 0) return point;
  return {
    ...point,
    p50Ms: quantile(rows, 0.5),
    p95Ms: quantile(rows, 0.95),
    p99Ms: quantile(rows, 0.99),
  };
}
