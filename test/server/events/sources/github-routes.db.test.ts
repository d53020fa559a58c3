import { createHmac, randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../../server/problem.ts';
import { startTestApp, type TestApp } from '../../../app.ts';
import { addConfiguration } from '../../../configuration-row.ts';
import { expectProblem } from '../../../problem.ts';
import { GITHUB_SECRET } from '../../../settings.ts';
import { githubExample, hasCommits } from '../github-examples.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ GITHUB_WEBHOOK_SECRET: `${GITHUB_SECRET},an older one` });
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  test.woken.length = 0;
});
afterAll(() => test.close());

const PUSH = JSON.stringify(githubExample('push', hasCommits));
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

const signed = (body: string, secret = GITHUB_SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** Calls as GitHub does; a header that is undefined is left out. */
function call(body: string, change: Record<string, string | undefined> = {}) {
  const headers: Record<string, string | undefined> = {
    'content-type': JSON_TYPE,
    'x-github-event': 'push',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': signed(body),
    ...change,
  };
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return test.app.inject({ method: 'POST', url: '/api/sources/github', headers: given, payload: body });
}

const stored = () => test.storage.prisma.event.findMany();

async function expectRefused(answer: LightMyRequestResponse, status: number, code: ProblemCode) {
  expectProblem(answer, status, code);
  expect(await stored()).toEqual([]);
  expect(test.woken).toEqual([]);
}

describe('a push', () => {
  it.each([
    ['JSON', PUSH, JSON_TYPE],
    ['a form', new URLSearchParams({ payload: PUSH }).toString(), FORM_TYPE],
    ['JSON with its character set', PUSH, 'Application/JSON; charset=utf-8'],
  ])('reaches the channels that chose it, sent as %s', async (_form, body, type) => {
    const { id } = await addConfiguration(test.storage.prisma, { eventTypes: ['github.push'] });
    const answer = await call(body, { 'content-type': type });
    expect(answer.statusCode).toBe(202);
    expect(answer.json().events).toMatchObject([{ duplicate: false, channels: 1 }]);
    expect(await stored()).toMatchObject([{ type: 'github.push', time: test.clock.now }]);
    expect(test.woken).toEqual([id]);
  });

  it('that GitHub or a person sends again is a duplicate', async () => {
    const again = { 'x-github-delivery': randomUUID() };
    await call(PUSH, again);
    expect((await call(PUSH, again)).json().events).toMatchObject([{ duplicate: true, channels: 0 }]);
    expect(await stored()).toHaveLength(1);
  });

  it('may be signed with the older secret while the newer takes its place', async () => {
    expect((await call(PUSH, { 'x-hub-signature-256': signed(PUSH, 'an older one') })).statusCode).toBe(202);
  });
});

describe('what is no event for anybody is taken, with the reason:', () => {
  it.each([
    ['ping', githubExample('ping')],
    ['watch', githubExample('watch')],
    ['never_heard_of', {}],
  ])('%s', async (name, payload) => {
    const answer = await call(JSON.stringify(payload), { 'x-github-event': name });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toEqual({ events: [], ignored: expect.stringMatching(/.{10,}/) });
    expect(await stored()).toEqual([]);
  });
});

describe('a signature', () => {
  const other = JSON.stringify({ other: 'body' });
  it.each<[string, string | undefined]>([
    ['is missing', undefined],
    ['is empty', ''],
    ['was made with another secret', signed(PUSH, 'guessed')],
    ['was made with no secret', signed(PUSH, '')],
    ['was made for another body', signed(other)],
    ['is of the old kind', `sha1=${createHmac('sha1', GITHUB_SECRET).update(PUSH).digest('hex')}`],
    ['lacks its name', signed(PUSH).slice('sha256='.length)],
    ['is cut off', signed(PUSH).slice(0, -2)],
  ])('is refused that %s', async (_how, signature) => {
    await expectRefused(await call(PUSH, { 'x-hub-signature-256': signature }), 401, 'signature-refused');
  });

  it('is over every byte: white space that means nothing to JSON breaks it', async () => {
    const answer = await call(`${PUSH} `, { 'x-hub-signature-256': signed(PUSH) });
    await expectRefused(answer, 401, 'signature-refused');
  });

  it('is looked at before the body is', async () => {
    await expectRefused(
      await call('{"broken', { 'x-hub-signature-256': signed(PUSH) }),
      401,
      'signature-refused',
    );
  });
});

describe('a call that is signed but not right is refused', () => {
  it.each<[string, string, Record<string, string | undefined>, number, ProblemCode]>([
    ['without an event', PUSH, { 'x-github-event': undefined }, 400, 'invalid-event'],
    ['without a delivery', PUSH, { 'x-github-delivery': undefined }, 400, 'invalid-event'],
    ['with a delivery that is none', PUSH, { 'x-github-delivery': 'a b' }, 400, 'invalid-event'],
    ['with broken JSON', '{"ref"', {}, 400, 'invalid-json'],
    ['with a form without a payload', 'a=b', { 'content-type': FORM_TYPE }, 400, 'invalid-json'],
    ['with no object', '[]', {}, 400, 'invalid-event'],
    ['with a payload that GitHub never sends', '{"ref": 5}', {}, 400, 'invalid-event'],
    ['as text', PUSH, { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    [
      'as CloudEvent',
      PUSH,
      { 'content-type': 'application/cloudevents+json' },
      415,
      'unsupported-media-type',
    ],
  ])('%s', async (_what, body, headers, status, code) => {
    await expectRefused(await call(body, headers), status, code);
  });

  it('when it is larger than GitHub’s largest', async () => {
    await expectRefused(await call(`"${'x'.repeat(25 * 1_048_576)}"`), 413, 'body-too-large');
  });
});

it('is off without a secret: nobody can sign then', async () => {
  const off = await startTestApp({ GITHUB_WEBHOOK_SECRET: '' });
  const headers = {
    'content-type': JSON_TYPE,
    'x-github-event': 'push',
    'x-hub-signature-256': signed(PUSH, ''),
  };
  const answer = await off.app.inject({ method: 'POST', url: '/api/sources/github', headers, payload: PUSH });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'source-off']);
  expect(await off.storage.prisma.event.count()).toBe(0);
  await off.close();
});
