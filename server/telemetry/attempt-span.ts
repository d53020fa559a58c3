import { type SpanContext, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { AttemptReport } from '../delivery/attempt-report.ts';
import { createBatcher } from '../storage/batcher.ts';
import { contextIn, spanContextOf } from './trace-context.ts';

/** An event for thousands of channels is looked up once. */
const KEPT = 10_000;

/**
 * Makes a span of each attempt, after it is over. A card of one event belongs to that event's trace; a
 * folded one begins a trace of its own, with links to the first of its events. Fails open: when the
 * database cannot tell the trace, the span stands alone.
 */
export function createAttemptSpans(tracer: Tracer, pool: Pool): (report: AttemptReport) => Promise<void> {
  const kept = new LRUCache<string, { context: SpanContext | undefined }>({ max: KEPT });
  const load = createBatcher<bigint, SpanContext | undefined>(
    async (ids) => {
      const found = await loadTraceParents(pool, ids);
      return ids.map((id) => spanContextOf(found.get(String(id))));
    },
    { size: 500, concurrency: 1 },
  );
  const contextOf = async (id: bigint) => {
    const known = kept.get(String(id));
    if (known) return known.context;
    const context = await load(id);
    kept.set(String(id), { context });
    return context;
  };

  return async ({ configurationId, kind, attempt, tries, eventIds }) => {
    const found = await Promise.all(eventIds.map(contextOf)).catch(() => []);
    const contexts = found.flatMap((context) => context ?? []);
    const { verdict, words } = attempt.judgement;
    const span = tracer.startSpan(
      'attempt',
      {
        kind: SpanKind.CLIENT,
        startTime: performance.timeOrigin + attempt.startedAt,
        attributes: {
          ...(configurationId !== undefined && { 'cardwire.configuration.id': configurationId }),
          'cardwire.attempt.kind': kind,
          'cardwire.attempt.tries': tries,
          'cardwire.verdict': verdict,
          ...(attempt.status !== undefined && { 'http.response.status_code': attempt.status }),
        },
        links: kind === 'single' ? [] : contexts.map((context) => ({ context })),
      },
      contextIn(kind === 'single' ? contexts[0] : undefined),
    );
    if (verdict !== 'posted' && verdict !== 'accepted') {
      span.setStatus({ code: SpanStatusCode.ERROR, message: words });
    }
    span.end(performance.timeOrigin + attempt.endedAt);
  };
}

async function loadTraceParents(pool: Pool, ids: readonly bigint[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; trace_parent: string }>(
    'SELECT id, trace_parent FROM event WHERE id = ANY($1::bigint[]) AND trace_parent IS NOT NULL',
    [ids.map(String)],
  );
  return new Map(rows.map((row) => [row.id, row.trace_parent]));
}
