import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { Event } from '../events/event.ts';
import type { Intake } from '../events/intake.ts';
import { contextIn, spanContextOf, traceParentOf } from './trace-context.ts';

/**
 * Makes a span of each intake. Where the events of a request bring one trace, or none, the span is part of
 * it and the events' attempts hang below the span. Where they bring several, each event stays in its own
 * trace, and the span links to them.
 */
export function traceIntake(tracer: Tracer, intake: Intake): Intake {
  return {
    async take(events) {
      const parents = [...new Set(events.map(({ traceParent }) => traceParent))];
      const alike = parents.length === 1;
      const contexts = parents.flatMap((parent) => spanContextOf(parent) ?? []);
      const span = tracer.startSpan(
        'accept events',
        {
          kind: SpanKind.SERVER,
          attributes: { 'cardwire.events': events.length },
          links: alike ? [] : contexts.map((context) => ({ context })),
        },
        contextIn(alike ? contexts[0] : undefined),
      );
      const own = traceParentOf(span.spanContext());
      const join = (event: Event) =>
        alike || event.traceParent === undefined ? { ...event, traceParent: own } : event;
      try {
        const receipts = await intake.take(events.map(join));
        const channels = receipts.reduce((sum, receipt) => sum + receipt.channels, 0);
        span.setAttribute('cardwire.deliveries', channels);
        return receipts;
      } catch (error) {
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : 'error',
        });
        throw error;
      } finally {
        span.end();
      }
    },
  };
}
