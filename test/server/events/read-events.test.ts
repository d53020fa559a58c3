import { describe, expect, it } from 'vitest';
import type { Event } from '../../../server/events/event.ts';
import { EVENT_LIMITS } from '../../../server/events/schema.ts';
import {
  BATCH,
  CLOUD_EVENT,
  CONTEXT,
  JSON_TYPE,
  NOW,
  read,
  refusal,
  SHORT,
  STRUCTURED,
  TENANT,
} from './requests.ts';

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
