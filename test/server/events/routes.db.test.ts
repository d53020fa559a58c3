import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_LIMITS } from '../../../server/events/schema.ts';
import type { ProblemCode } from '../../../server/problem.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';

let test: TestApp;
let key: string;
beforeAll(async () => {
  test = await startTestApp();
  key = await test.newKey('events');
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  test.woken.length = 0;
});
afterAll(() => test.close());

const SHORT = { type: 'task.created', title: 'Order the cake' };
const CLOUD_EVENT = { specversion: '1.0', id: '1', source: 'https://tasks.example', type: 'task.created' };

interface SendOptions {
  headers?: Record<string, string>;
  authorization?: string;
}

/** Sends a body as a sender does; what is no text goes as JSON. */
function send(body: unknown, { headers = {}, authorization = `Bearer ${key}` }: SendOptions = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const type = { 'content-type': 'application/json' };
  return test.app.inject({
    method: 'POST',
    url: '/api/events',
    headers: { authorization, ...type, ...headers },
    payload,
  });
}

const stored = () => test.storage.prisma.event.findMany({ orderBy: { id: 'asc' } });

async function expectRefused(answer: LightMyRequestResponse, status: number, code: ProblemCode) {
  expectProblem(answer, status, code);
  expect(await stored()).toEqual([]);
  expect(test.woken).toEqual([]);
}

describe('an event', () => {
  it('is stored when it is acknowledged, and the channels it goes to are counted and woken', async () => {
    const { id } = await addConfiguration(test.storage.prisma);
    const answer = await send({ ...CLOUD_EVENT, data: { title: 'Order the cake' } });
    expect([answer.statusCode, answer.json()]).toEqual([
      202,
      { events: [{ source: 'https://tasks.example', id: '1', duplicate: false, channels: 1 }] },
    ]);
    expect(await stored()).toMatchObject([
      { sourceId: '1', time: test.clock.now, data: { title: 'Order the cake' } },
    ]);
    expect(test.woken).toEqual([id]);
  });

  it('that was sent before is told as a duplicate and wakes nobody', async () => {
    await addConfiguration(test.storage.prisma);
    await send(CLOUD_EVENT);
    test.woken.length = 0;
    const answer = await send(CLOUD_EVENT);
    expect([answer.statusCode, answer.json().events]).toMatchObject([
      202,
      [{ duplicate: true, channels: 0 }],
    ]);
    expect(test.woken).toEqual([]);
  });

  it.each<[string, unknown, Record<string, string>]>([
    ['the short form', SHORT, {}],
    ['a CloudEvent', CLOUD_EVENT, { 'content-type': 'application/cloudevents+json; charset=utf-8' }],
    ['a batch', [CLOUD_EVENT], { 'content-type': 'application/cloudevents-batch+json' }],
    ['JSON of a type of its own', SHORT, { 'content-type': 'application/vnd.tasks.v1+json' }],
    ['JSON in capitals', SHORT, { 'content-type': 'Application/JSON' }],
    [
      'the binary form',
      { title: 'Order the cake' },
      { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': 's', 'ce-type': 'task.created' },
    ],
  ])('may come as %s', async (_form, body, headers) => {
    expect((await send(body, { headers })).statusCode).toBe(202);
    expect(await stored()).toHaveLength(1);
  });

  it('of a sender without a source has that of its key', async () => {
    const [receipt] = (await send(SHORT)).json().events;
    expect(receipt.source).toMatch(/^urn:cardwire:key_[\w-]+$/);
    const other = await test.newKey('events');
    const [its] = (await send(SHORT, { authorization: `Bearer ${other}` })).json().events;
    expect(its.source).not.toBe(receipt.source);
  });

  it('may be as large as the limit', async () => {
    const text = 'x'.repeat(
      EVENT_LIMITS.bodyBytes - JSON.stringify({ ...CLOUD_EVENT, data: { text: '' } }).length,
    );
    expect((await send({ ...CLOUD_EVENT, data: { text } })).statusCode).toBe(202);
  });

  it('with characters that the database does not take is stored all the same', async () => {
    const body = JSON.stringify({
      ...CLOUD_EVENT,
      id: '1\u0000',
      data: { 'a\u0000': '\ud800', nested: [['\u0000']] },
    });
    expect((await send(body)).statusCode).toBe(202);
    expect(await stored()).toMatchObject([
      { sourceId: '1\ufffd', data: { 'a\ufffd': '\ufffd', nested: [['\ufffd']] } },
    ]);
  });
});

describe('a sender', () => {
  it.each([
    ['without a key', ''],
    ['with a key that nobody has', 'Bearer cw_0123456789012345678901234567890123456789'],
    ['with the token of a person', 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln'],
  ])('%s is refused before its events are looked at', async (_who, authorization) => {
    for (const body of [SHORT, {}])
      await expectRefused(await send(body, { authorization }), 401, 'api-key-refused');
  });

  it('whose key was not made for sending is refused', async () => {
    await expectRefused(
      await send(SHORT, { authorization: `Bearer ${await test.newKey('operate')}` }),
      403,
      'scope-missing',
    );
  });

  it('whose key has expired by the server’s clock is refused', async () => {
    const expiring = await test.newKey('events');
    const newest = await test.storage.prisma.apiKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    await test.storage.prisma.apiKey.update({
      where: { id: newest.id },
      data: { expiresAt: test.clock.now },
    });
    await expectRefused(await send(SHORT, { authorization: `Bearer ${expiring}` }), 401, 'api-key-refused');
  });

  describe('whose key belongs to one organisation', () => {
    let authorization: string;
    beforeAll(async () => {
      authorization = `Bearer ${await test.newKey('events')}`;
      const newest = await test.storage.prisma.apiKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
      await test.storage.prisma.apiKey.update({ where: { id: newest.id }, data: { tenantId: ZOE.tenantId } });
    });

    it('speaks for that one, whether it says so or not', async () => {
      const { id } = await addConfiguration(test.storage.prisma);
      await addConfiguration(test.storage.prisma, { tenantId: MALLORY.tenantId });
      for (const body of [SHORT, { ...SHORT, tenantid: ZOE.tenantId.toUpperCase() }]) {
        const [receipt] = (await send(body, { authorization })).json().events;
        expect(receipt.channels).toBe(1);
      }
      expect(new Set(test.woken)).toEqual(new Set([id]));
    });

    it('cannot speak for another', async () => {
      const body = [SHORT, { ...SHORT, tenantid: MALLORY.tenantId }];
      await expectRefused(await send(body, { authorization }), 403, 'tenant-not-allowed');
    });
  });
});

describe('a request is refused, and nothing of it stored,', () => {
  const tooLarge = { ...SHORT, data: { text: 'x'.repeat(EVENT_LIMITS.bodyBytes) } };
  it.each<[string, unknown, Record<string, string>, number, ProblemCode]>([
    ['that is too large', tooLarge, {}, 413, 'body-too-large'],
    ['that is no JSON', 'title=x', {}, 400, 'invalid-json'],
    ['that breaks off', '{"type": "task.created"', {}, 400, 'invalid-json'],
    ['that is empty', '', {}, 400, 'invalid-json'],
    [
      'that reaches for prototypes',
      '{"type": "a", "title": "b", "data": {"__proto__": {}}}',
      {},
      400,
      'invalid-json',
    ],
    ['that is text', 'hello', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    [
      'that is a form',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    ['that is XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'unsupported-media-type'],
    ['without an event', [], {}, 400, 'invalid-event'],
    ['with too many events', Array(EVENT_LIMITS.batch + 1).fill(SHORT), {}, 400, 'invalid-event'],
    [
      'with one bad event among good ones',
      [SHORT, { type: 'task.created' }, SHORT],
      {},
      400,
      'invalid-event',
    ],
    [
      'with an event type that is not offered',
      { ...SHORT, type: 'task.deleted' },
      {},
      400,
      'unknown-event-type',
    ],
    ['with a type that only objects have', { ...SHORT, type: 'constructor' }, {}, 400, 'unknown-event-type'],
  ])('%s', async (_what, body, headers, status, code) => {
    await addConfiguration(test.storage.prisma);
    await expectRefused(await send(body, { headers }), status, code);
  });

  it('with several unknown types: all are named, with their places', async () => {
    const answer = await send([SHORT, { ...SHORT, type: 'a' }, { ...SHORT, type: 'b' }]);
    await expectRefused(answer, 400, 'unknown-event-type');
    expect(answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/1/type',
      '/2/type',
    ]);
    expect(answer.json().detail).toContain('"a", "b"');
  });
});

it('many requests at once are each answered for their own events', async () => {
  await addConfiguration(test.storage.prisma);
  const batches = Array.from({ length: 30 }, (_, batch) =>
    Array.from({ length: 1 + (batch % 4) }, (_, index) => ({ ...CLOUD_EVENT, id: `${batch}/${index}` })),
  );
  const answers = await Promise.all(batches.map((batch) => send(batch)));
  for (const [index, answer] of answers.entries()) {
    const ids = answer.json().events.map((receipt: { id: string }) => receipt.id);
    expect(ids).toEqual(batches[index]?.map(({ id }) => id));
  }
  expect(await stored()).toHaveLength(batches.flat().length);
});

it('a bad request beside good ones does them no harm', async () => {
  const answers = await Promise.all([
    send(CLOUD_EVENT),
    send({ ...SHORT, type: 'task.deleted' }),
    send(SHORT),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 400, 202]);
  expect(await stored()).toHaveLength(2);
});
