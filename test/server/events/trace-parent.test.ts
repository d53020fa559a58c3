import { expect, it } from 'vitest';
import { readEvents } from '../../../server/events/read-events.ts';
import { readTraceParent } from '../../../server/events/trace-parent.ts';

const TRACE_PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const CONTEXT = { defaultSource: 'urn:test', now: new Date('2026-11-21T10:00:00Z') };
const ATTRIBUTES = { specversion: '1.0', id: '1', source: 'urn:a', type: 'task.created' };

it('takes a traceparent as W3C writes it', () => {
  expect(readTraceParent(TRACE_PARENT)).toBe(TRACE_PARENT);
});

it.each([
  ['nothing', undefined],
  ['a number', 7],
  ['several of them', [TRACE_PARENT, TRACE_PARENT]],
  ['capital letters', TRACE_PARENT.toUpperCase()],
  ['a trace of zeros', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
  ['a parent of zeros', `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`],
  ['another version', TRACE_PARENT.replace('00-', 'ff-')],
  ['something behind it', `${TRACE_PARENT}-x`],
])('counts as none: %s', (_what, value) => {
  expect(readTraceParent(value)).toBeUndefined();
});

it('is read from an event in structured form', () => {
  const [event] = readEvents({}, { ...ATTRIBUTES, traceparent: TRACE_PARENT }, CONTEXT);
  expect(event?.traceParent).toBe(TRACE_PARENT);
});

it('is read from an event in binary form', () => {
  const headers = Object.entries({ ...ATTRIBUTES, traceparent: TRACE_PARENT }).map(
    ([name, value]) => [`ce-${name}`, value] as const,
  );
  const [event] = readEvents(Object.fromEntries(headers), {}, CONTEXT);
  expect(event?.traceParent).toBe(TRACE_PARENT);
});

it('never keeps an event from being taken', () => {
  const [event] = readEvents({}, { ...ATTRIBUTES, traceparent: { not: 'one' } }, CONTEXT);
  expect(event).toMatchObject({ id: '1' });
  expect(event?.traceParent).toBeUndefined();
});
