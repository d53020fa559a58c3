import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../server/events/event.ts';
import { readEvents } from '../../../server/events/read-events.ts';
import { EVENT_LIMITS } from '../../../server/events/schema.ts';
import { ProblemError } from '../../../server/problem.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const CONTEXT = { defaultSource: 'urn:cardwire:key_1', now: NOW };
const TENANT = '11111111-AAAA-4bbb-8ccc-000000000001';

const JSON_TYPE = { 'content-type': 'application/json' };
const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
const BATCH = { 'content-type': 'application/cloudevents-batch+json' };

const CLOUD_EVENT = { specversion: '1.0', id: '1', source: 'https://tasks.example', type: 'task.created' };
const SHORT = { type: 'task.created', title: 'Order the cake' };

const read = (body: unknown, headers: IncomingHttpHeaders = JSON_TYPE) => readEvents(headers, body, CONTEXT);

function refusal(body: unknown, headers: IncomingHttpHeaders = JSON_TYPE): ProblemError {
  try {
    read(body, headers);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('this was taken');
}

describe('a CloudEvent', () => {
  it('in structured form is read with all that is kept of it', () => {
    const body = {
      ...CLOUD_EVENT,
      time: '2026-11-20T09:00:00+01:00',
      subject: '/tasks/1',
      tenantid: TENANT,
      datacontenttype: 'application/json',
      traceparent: 'an extension, not kept',
      data: { title: 'Order the cake' },
    };
    expect(read(body, STRUCTURED)).toEqual<Event[]>([
      {
        source: 'https://tasks.example',
        id: '1',
        type: 'task.created',
        time: new Date('2026-11-20T08:00:00Z'),
        subject: '/tasks/1',
        tenantId: TENANT.toLowerCase(),
        data: { title: 'Order the cake' },
      },
    ]);
  });

  it('is known by its specversion where the content type says only JSON', () => {
    expect(read(CLOUD_EVENT)).toEqual(read(CLOUD_EVENT, STRUCTURED));
    expect(read([CLOUD_EVENT])).toEqual(read(CLOUD_EVENT, STRUCTURED));
  });

  it('happened now when it does not say when, and has empty data when it has none', () => {
    expect(read(CLOUD_EVENT)).toEqual([
      { source: 'https://tasks.example', id: '1', type: 'task.created', time: NOW, data: {} },
    ]);
  });

  it.each([
    ['text', 'Hello', { text: 'Hello' }],
    ['a number', 5, { value: 5 }],
    ['a list', [1, 2], { value: [1, 2] }],
    ['null', null, {}],
    ['false', false, { value: false }],
  ])('whose data is %s becomes an event all the same', (_what, data, kept) => {
    expect(read({ ...CLOUD_EVENT, data })[0]?.data).toEqual(kept);
  });

  it('in binary form is read from its headers, with the body as data', () => {
    const headers = {
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': '1',
      'ce-source': 'https://tasks.example/%C3%A9t%C3%A9',
      'ce-type': 'task.created',
      'ce-subject': '100% done',
      'ce-time': '2026-11-20T08:00:00Z',
      'ce-tenantid': TENANT,
    };
    expect(read({ title: 'Order the cake' }, headers)).toEqual<Event[]>([
      {
        source: 'https://tasks.example/été',
        id: '1',
        type: 'task.created',
        subject: '100% done',
        time: new Date('2026-11-20T08:00:00Z'),
        tenantId: TENANT.toLowerCase(),
        data: { title: 'Order the cake' },
      },
    ]);
  });

  it('in binary form has the body as data whatever its headers say, and may have none', () => {
    const headers = { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': 's', 'ce-type': 'task.created' };
    expect(read(undefined, headers)[0]?.data).toEqual({});
    expect(read([CLOUD_EVENT], headers)[0]?.data).toEqual({ value: [CLOUD_EVENT] });
    expect(read({ a: 1 }, { ...headers, 'ce-data': 'other' })[0]?.data).toEqual({ a: 1 });
  });

  it('with binary data is refused with what to do', () => {
    const binary = { ...CLOUD_EVENT, data_base64: 'AAAA' };
    expect(refusal(binary, STRUCTURED)).toMatchObject({
      code: 'invalid-event',
      message: expect.stringMatching('as JSON'),
    });
  });
});

describe('a batch', () => {
  it('is read in its order', () => {
    const batch = Array.from({ length: EVENT_LIMITS.batch }, (_, index) => ({
      ...CLOUD_EVENT,
      id: `${index}`,
    }));
    expect(read(batch, BATCH).map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
  });

  it('may mix both forms when it is plain JSON', () => {
    expect(read([SHORT, CLOUD_EVENT]).map(({ source }) => source)).toEqual([
      CONTEXT.defaultSource,
      CLOUD_EVENT.source,
    ]);
  });

  it('holds CloudEvents alone when it says so', () => {
    expect(refusal([SHORT], BATCH).fields).toContainEqual({
      pointer: '/0/specversion',
      detail: 'is missing.',
    });
    expect(refusal(SHORT, STRUCTURED).fields).toContainEqual({
      pointer: '/specversion',
      detail: 'is missing.',
    });
  });

  it.each([
    ['no list, though it says so', CLOUD_EVENT, BATCH, 'must be an array'],
    ['empty', [], JSON_TYPE, 'holds no event'],
    [
      'too long',
      Array(EVENT_LIMITS.batch + 1).fill(SHORT),
      JSON_TYPE,
      'at most 500 events at once; these are 501',
    ],
  ])('that is %s is refused', (_how, body, headers, words) => {
    expect(refusal(body, headers)).toMatchObject({
      code: 'invalid-event',
      message: expect.stringMatching(words),
    });
  });

  it('with one bad event is refused as a whole, and the place is named', () => {
    const fields = refusal([SHORT, { ...SHORT, title: '' }, SHORT]).fields;
    expect(fields).toEqual([{ pointer: '/1/title', detail: 'must not be empty.' }]);
  });
});

describe('the short form', () => {
  it('is filled in', () => {
    const [event] = read({
      ...SHORT,
      text: 'For Friday',
      url: 'https://tasks.example/1',
      data: { priority: 'high' },
    });
    expect(event).toEqual({
      source: CONTEXT.defaultSource,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'task.created',
      time: NOW,
      data: { priority: 'high', title: 'Order the cake', text: 'For Friday', url: 'https://tasks.example/1' },
    });
  });

  it('is a new event each time, unless it has an id', () => {
    expect(read(SHORT)[0]?.id).not.toBe(read(SHORT)[0]?.id);
    expect(read({ ...SHORT, id: 'mine' })[0]?.id).toBe('mine');
  });

  it('keeps what is given: source, time, tenant', () => {
    const given = { ...SHORT, source: 'urn:mine', time: '2026-11-20T08:00:00Z', tenantid: TENANT };
    expect(read(given)[0]).toMatchObject({
      source: 'urn:mine',
      time: new Date('2026-11-20T08:00:00Z'),
      tenantId: TENANT.toLowerCase(),
    });
  });

  it('says what it says, whatever its data repeats', () => {
    expect(read({ ...SHORT, data: { title: 'Other', text: 'kept' } })[0]?.data).toEqual({
      title: 'Order the cake',
      text: 'kept',
    });
  });
});

describe('what is wrong is named', () => {
  const long = (length: number) => 'x'.repeat(length);
  it.each<[string, Record<string, unknown>, string, string]>([
    ['no type', { type: undefined }, '/type', 'is missing.'],
    ['an empty type', { type: '' }, '/type', 'must not be empty.'],
    ['a long type', { type: long(501) }, '/type', 'may have at most 500 characters.'],
    ['a type of another kind', { type: 5 }, '/type', 'must be a string.'],
    ['no title', { title: undefined }, '/title', 'is missing.'],
    ['a long title', { title: long(1_001) }, '/title', 'may have at most 1000 characters.'],
    ['a long text', { text: long(100_001) }, '/text', 'may have at most 100000 characters.'],
    ['a long address', { url: long(2_049) }, '/url', 'may have at most 2048 characters.'],
    ['a list as data', { data: [] }, '/data', 'must be an object.'],
    ['an empty id', { id: '' }, '/id', 'must not be empty.'],
    ['a number as id', { id: 7 }, '/id', 'must be a string.'],
    ['a long source', { source: long(501) }, '/source', 'may have at most 500 characters.'],
    [
      'a time without a zone',
      { time: '2026-11-20T08:00:00' },
      '/time',
      'must be a time such as 2026-11-21T10:00:00Z.',
    ],
    [
      'a day that is not',
      { time: '2026-02-30T08:00:00Z' },
      '/time',
      'must be a time such as 2026-11-21T10:00:00Z.',
    ],
    [
      'a time before all years',
      { time: '0001-01-01T00:00:00+14:00' },
      '/time',
      'must be a time in the years 1 to 9999.',
    ],
    [
      'a tenant that is no id',
      { tenantid: 'contoso' },
      '/tenantid',
      'holds characters that do not belong there.',
    ],
    ['a field that is not known', { 'a/b~c': 1 }, '/a~1b~0c', 'is not known here: leave it out.'],
  ])('in the short form: %s', (_what, change, pointer, detail) => {
    const body: Record<string, unknown> = { ...SHORT, ...change };
    for (const name of Object.keys(body)) if (body[name] === undefined) delete body[name];
    expect(refusal(body)).toMatchObject({ code: 'invalid-event', fields: [{ pointer, detail }] });
    expect(refusal([body]).fields).toEqual([{ pointer: `/0${pointer}`, detail }]);
  });

  it('in an identity that is longer than the database can index', () => {
    const body = { ...CLOUD_EVENT, source: '語'.repeat(500), id: '語'.repeat(333) };
    expect(read(body)).toHaveLength(1);
    expect(refusal([{ ...body, id: '語'.repeat(334) }]).fields).toEqual([
      { pointer: '/0/id', detail: 'may have at most 2500 bytes together with "source".' },
    ]);
  });

  it('in a CloudEvent, everything at once', () => {
    const fields = refusal({ specversion: '0.3', source: '', type: 5, subject: '' }, STRUCTURED).fields;
    expect(fields).toEqual(
      expect.arrayContaining([
        { pointer: '/id', detail: 'is missing.' },
        { pointer: '/specversion', detail: 'must be "1.0".' },
        { pointer: '/source', detail: 'must not be empty.' },
        { pointer: '/type', detail: 'must be a string.' },
        { pointer: '/subject', detail: 'must not be empty.' },
      ]),
    );
    expect(fields).toHaveLength(5);
  });

  it('in the headers of the binary form, by the attribute', () => {
    const fields = refusal(
      {},
      { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-type': 't', 'ce-time': 'now' },
    ).fields;
    expect(fields.map(({ pointer }) => pointer)).toEqual(['/source', '/time']);
  });

  it.each([[null], [5], ['text'], [true], [undefined]])('in a body that is no event: %j', (body) => {
    expect(refusal(body)).toMatchObject({ code: 'invalid-event', message: 'The event must be an object.' });
  });
});

it('a leap second is a time', () => {
  expect(read({ ...SHORT, time: '2016-12-31T23:59:60Z' })[0]?.time).toEqual(new Date('2016-12-31T23:59:59Z'));
});

it('NUL and half of a surrogate pair are replaced wherever they stand', () => {
  const bad = 'a\u0000b\ud83dc';
  const good = 'a\ufffdb\ufffdc';
  const cloudEvent = { ...CLOUD_EVENT, id: bad, source: bad, type: bad, subject: bad, data: { [bad]: bad } };
  expect(read(cloudEvent)[0]).toMatchObject({
    id: good,
    source: good,
    type: good,
    subject: good,
    data: { [good]: good },
  });
  const short = { id: bad, source: bad, type: bad, title: bad, text: bad, url: bad };
  expect(read(short)[0]).toMatchObject({
    id: good,
    source: good,
    type: good,
    data: { title: good, text: good, url: good },
  });
});

it('data nested without end is refused, and named as what it is', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`);
  expect(refusal({ ...CLOUD_EVENT, data: deep })).toMatchObject({ code: 'invalid-event' });
  expect(refusal({ ...SHORT, data: deep })).toMatchObject({ code: 'invalid-event' });
});

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
