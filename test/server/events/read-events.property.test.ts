import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEvents } from '../../../server/events/read-events.ts';
import { ProblemError } from '../../../server/problem.ts';
import { BATCH, CONTEXT, JSON_TYPE, STRUCTURED, TENANT } from './requests.ts';

/** JSON that resembles events: their fields, with values good and bad. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('1.0', TENANT, 'task.created'),
);
const time = fc.oneof(
  text,
  fc.constantFrom('2016-12-31T23:59:60Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00'),
);
const anything = fc.oneof(fc.jsonValue(), text);
const eventLike = fc.record(
  {
    specversion: fc.oneof(fc.constant('1.0'), anything),
    id: fc.oneof(text, anything),
    source: fc.oneof(text, anything),
    type: fc.oneof(text, anything),
    title: fc.oneof(text, anything),
    time: fc.oneof(time, anything),
    tenantid: fc.oneof(fc.constant(TENANT), anything),
    data: anything,
    text: anything,
  },
  { requiredKeys: [] },
);
const body = fc.oneof(anything, eventLike, fc.array(eventLike, { maxLength: 3 }));
const headers = fc.oneof(
  fc.constantFrom<IncomingHttpHeaders>({}, JSON_TYPE, STRUCTURED, BATCH),
  fc.record({
    'content-type': fc.string(),
    'ce-specversion': fc.oneof(fc.constant('1.0'), fc.string()),
    'ce-id': fc.string(),
    'ce-source': fc.string(),
    'ce-type': fc.string(),
    'ce-time': fc.oneof(fc.constantFrom('2016-12-31T23:59:60Z'), fc.string()),
    'ce-__proto__': fc.string(),
  }),
);

it('any_json_gives_events_or_one_refusal, and events are fit to be stored', () => {
  let taken = 0;
  fc.assert(
    fc.property(headers, body, (given, json) => {
      try {
        for (const event of readEvents(given, json, CONTEXT)) {
          taken += 1;
          const stored = JSON.stringify(event);
          expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/i);
          expect(event.time.toJSON()).toMatch(/^\d{4}-/);
          expect(event.time.getUTCFullYear()).toBeGreaterThan(0);
          expect(Array.isArray(event.data)).toBe(false);
        }
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        expect(error.code).toBe('invalid-event');
      }
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(50);
});
