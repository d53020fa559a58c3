import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../server/configurations/limits.ts';
import { ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { wanted } from '../configurations/wanted.ts';
import { startProduction } from './production.ts';

let test: Awaited<ReturnType<typeof startProduction>>;
let key: string;
beforeAll(async () => {
  test = await startProduction();
  key = await test.newKey('events');
  await test.as(ZOE, 'POST', '/api/configurations', {});
});
afterAll(() => test.close());

/** Each takes some ms, and took minutes once. A machine that is busy with other things needs many times as long. */
const PATIENCE_MS = 15_000;
let began: number;
beforeEach(() => {
  began = performance.now();
});

function expectQuickAndShort(answer: LightMyRequestResponse): void {
  expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
  expect(answer.body.length).toBeLessThan(20_000);
}

const nested = (depth: number, inner = '1') => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;
const nestedObjects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const many = (count: number, one: string) => `[${Array(count).fill(one).join(',')}]`;
const keys = (count: number) => Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',');
const ofConditions = (list: string) => `{"filter":{"match":"all","conditions":${list}}}`;

const BODIES: [string, string][] = [
  ['conditions without anything, to the last byte', ofConditions(many(20_000, '{}'))],
  ['conditions that nearly fit', ofConditions(many(1_000, '{"field":"a","operator":"is","x":1}'))],
  ['as many conditions as pass', ofConditions(many(2_900, '{}'))],
  ['numbers in place of types', `{"eventTypes":${many(30_000, '1')}}`],
  ['lists in place of types', `{"eventTypes":${many(20_000, '[]')}}`],
  ['two lists that nest, to be compared', `{"eventTypes":[${nested(15_000)},${nested(15_000)}]}`],
  ['keys that nobody knows', `{${keys(6_000)}}`],
  ['objects that nest', nestedObjects(10_000)],
  ['lists that nest and never end', '['.repeat(60_000)],
  ['a text of a whole body', `{"name":"${'x'.repeat(60_000)}"}`],
];

describe('a body that is made to cost time is refused soon and in few words', () => {
  it.each(BODIES)('by what people without sign-in can call: %s', async (_what, payload) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/connect/api/start',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      payload,
    });
    expect(answer.statusCode).toBe(400);
    expectQuickAndShort(answer);
  });

  it.each(BODIES)('by what people with sign-in can call: %s', async (_what, payload) => {
    for (const url of ['/api/configurations', '/api/backtest']) {
      const answer = await test.as(ZOE, 'POST', url, payload);
      expect(answer.statusCode).toBe(400);
      expectQuickAndShort(answer);
    }
  });

  it.each([
    ['data that nests', `{"type":"task.created","title":"x","data":{"a":${nested(400_000)}}}`],
    ['a title that nests', `{"type":"task.created","title":${nested(400_000)}}`],
    ['keys that nobody knows', `{"type":"task.created","title":"x",${keys(90_000)}}`],
    ['events without anything', many(500, '{}')],
    ['CloudEvents that are none', many(500, '{"specversion":1}')],
    ['more than a batch', many(300_000, '{}')],
  ])('by the intake of events: %s', async (_what, payload) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/events',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      payload,
    });
    expectProblem(answer, 400, 'invalid-event');
    expectQuickAndShort(answer);
  });
});

it('the largest configuration there can be is taken', async () => {
  const texts = Array.from({ length: 50 }, (_, index) => `${index}`.padEnd(20, 'x'));
  const conditions = Array.from({ length: 20 }, () => ({ field: 'a', operator: 'one of', value: texts }));
  const types = Array.from({ length: LIMITS.eventTypes }, (_, index) => `no.such.type.${index}`);
  const filter = { match: 'all', conditions, except: conditions };
  const answer = await test.as(ZOE, 'POST', '/api/configurations', {
    ...wanted(),
    filter,
    eventTypes: types,
  });
  // It came as far as the catalog.
  expectProblem(answer, 400, 'unknown-event-type');
});

it.each([
  ['/api/events', 'api-key-refused'],
  ['/api/sources/github', 'signature-refused'],
  ['/api/configurations', 'not-signed-in'],
  ['/api/card-actions', 'not-signed-in'],
  ['/api/operate/replay', 'api-key-refused'],
] as const)('what strangers send is not even read: %s', async (url, code) => {
  // Were it read, it would be too large.
  const payload = 'x'.repeat(26 * 1_048_576);
  const headers = {
    'content-type': 'application/json',
    authorization: 'Bearer cw_aaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  };
  expectProblem(await test.app.inject({ method: 'POST', url, headers, payload }), 401, code);
});
