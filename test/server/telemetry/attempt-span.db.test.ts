import { SpanStatusCode } from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { createAttemptSpans } from '../../../server/telemetry/attempt-span.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { report } from './reports.ts';
import { openTestTracer, traceParent } from './spans.ts';

let database: TestDatabase;
let storage: Storage;
beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});

let events = 0;
async function addEvent(parent: string | null): Promise<bigint> {
  events += 1;
  const { id } = await storage.prisma.event.create({
    data: {
      source: 'urn:test',
      sourceId: String(events),
      type: 'task.created',
      time: new Date(),
      data: {},
      traceParent: parent,
    },
  });
  return id;
}

function openSpans() {
  const { tracer, spans } = openTestTracer();
  return { attempted: createAttemptSpans(tracer, storage.pool), spans };
}

describe('an attempt', () => {
  it('hangs below the span that accepted its event', async () => {
    const { attempted, spans } = openSpans();
    await attempted(report('accepted', { eventIds: [await addEvent(traceParent('a'))] }));
    const [span] = spans();
    expect(span?.spanContext().traceId).toBe('a'.repeat(32));
    expect(span?.parentSpanContext?.spanId).toBe('a'.repeat(16));
    expect(span?.duration).toEqual([0, 250_000_000]);
    expect(span?.attributes).toEqual({
      'cardwire.configuration.id': 'the-configuration-of-a-test',
      'cardwire.attempt.kind': 'single',
      'cardwire.attempt.tries': 1,
      'cardwire.verdict': 'accepted',
      'http.response.status_code': 202,
    });
    expect(span?.status).toEqual({ code: SpanStatusCode.UNSET });
  });

  it('that failed says so, with the destination’s words', async () => {
    const { attempted, spans } = openSpans();
    await attempted(report('dead', { eventIds: [await addEvent(traceParent('a'))] }));
    expect(spans()).toMatchObject([
      { status: { code: SpanStatusCode.ERROR, message: 'the words of a test' } },
    ]);
  });

  it('with a folded card links to the traces of its events', async () => {
    const { attempted, spans } = openSpans();
    const eventIds = [
      await addEvent(traceParent('a')),
      await addEvent(null),
      await addEvent(traceParent('b')),
    ];
    await attempted(report('posted', { kind: 'storm', eventIds }));
    const [span] = spans();
    expect(span?.parentSpanContext).toBeUndefined();
    expect(span?.links.map(({ context }) => context.traceId)).toEqual(['a'.repeat(32), 'b'.repeat(32)]);
  });

  it('for an event that was accepted before traces were made, or is gone, stands alone', async () => {
    const { attempted, spans } = openSpans();
    await attempted(report('posted', { eventIds: [await addEvent(null)] }));
    await attempted(report('posted', { eventIds: [999_999_999n] }));
    expect(spans().map((span) => span.parentSpanContext)).toEqual([undefined, undefined]);
  });
});

it('an event for many channels is looked up once', async () => {
  const { attempted, spans } = openSpans();
  const eventIds = [await addEvent(traceParent('c'))];
  await attempted(report('posted', { eventIds }));
  await storage.prisma.event.deleteMany();
  await attempted(report('posted', { eventIds }));
  expect(spans().map((span) => span.spanContext().traceId)).toEqual(Array(2).fill('c'.repeat(32)));
});

it('a database that is away costs the trace, not the span', async () => {
  const { tracer, spans } = openTestTracer();
  const away = openStorage({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', onError() {} });
  await createAttemptSpans(tracer, away.pool)(report('posted'));
  expect(spans()).toHaveLength(1);
  await away.close();
});
