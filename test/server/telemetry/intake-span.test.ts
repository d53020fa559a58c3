import { SpanStatusCode } from '@opentelemetry/api';
import { expect, it } from 'vitest';
import type { Event } from '../../../server/events/event.ts';
import type { Intake } from '../../../server/events/intake.ts';
import { traceIntake } from '../../../server/telemetry/intake-span.ts';
import { event } from '../../events.ts';
import { openTestTracer, traceParent } from './spans.ts';

/** An intake that keeps what it is given; each event goes to two channels. */
function openIntake() {
  const taken: Event[] = [];
  const intake: Intake = {
    async take(events) {
      taken.push(...events);
      return events.map(({ source, id }) => ({ source, id, duplicate: false, channels: 2 }));
    },
  };
  const { tracer, spans } = openTestTracer();
  return { taken, spans, intake: traceIntake(tracer, intake) };
}

it('begins a trace for events that bring none, and hands it on with them', async () => {
  const { taken, spans, intake } = openIntake();
  const receipts = await intake.take([event(), event()]);
  expect(receipts).toHaveLength(2);
  const [span] = spans();
  expect(span?.parentSpanContext).toBeUndefined();
  expect(span?.attributes).toEqual({ 'cardwire.events': 2, 'cardwire.deliveries': 4 });
  const { traceId, spanId } = span?.spanContext() ?? {};
  expect(taken.map((one) => one.traceParent)).toEqual(Array(2).fill(`00-${traceId}-${spanId}-01`));
});

it('joins the trace that an event brings', async () => {
  const { taken, spans, intake } = openIntake();
  await intake.take([event({ traceParent: traceParent('a') })]);
  const [span] = spans();
  expect(span?.parentSpanContext?.spanId).toBe('a'.repeat(16));
  expect(span?.spanContext().traceId).toBe('a'.repeat(32));
  expect(taken[0]?.traceParent).toBe(`00-${'a'.repeat(32)}-${span?.spanContext().spanId}-01`);
});

it('leaves events of several traces each in its own, and links to them', async () => {
  const { taken, spans, intake } = openIntake();
  await intake.take([
    event({ traceParent: traceParent('a') }),
    event({ traceParent: traceParent('b') }),
    event(),
  ]);
  const [span] = spans();
  expect(span?.parentSpanContext).toBeUndefined();
  expect(span?.links.map(({ context }) => context.spanId)).toEqual(['a'.repeat(16), 'b'.repeat(16)]);
  const traces = taken.map((one) => one.traceParent?.split('-')[1]);
  expect(traces).toEqual(['a'.repeat(32), 'b'.repeat(32), span?.spanContext().traceId]);
});

it('keeps the sender’s wish not to be recorded', async () => {
  const { taken, spans, intake } = openIntake();
  await intake.take([event({ traceParent: traceParent('a').replace(/01$/, '00') })]);
  expect(spans()).toEqual([]);
  expect(taken[0]?.traceParent).toMatch(new RegExp(`^00-${'a'.repeat(32)}-[0-9a-f]{16}-00$`));
});

it('ends the span when the intake refuses, without its words', async () => {
  const { tracer, spans } = openTestTracer();
  const refusing = traceIntake(tracer, {
    take: async () => {
      throw new TypeError('something that may be secret');
    },
  });
  await expect(refusing.take([event()])).rejects.toThrow('something');
  expect(spans()).toMatchObject([{ status: { code: SpanStatusCode.ERROR, message: 'TypeError' } }]);
});
