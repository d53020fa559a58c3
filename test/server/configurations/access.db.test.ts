import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration, newId } from '../../configuration-row.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { wanted } from './wanted.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  test.clock.now = new Date('2026-11-21T10:00:00Z');
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
});
afterAll(() => test.close());

const create = (body: unknown = wanted(), person = ZOE) =>
  test.as(person, 'POST', '/api/configurations', body);
const stored = () => test.storage.prisma.configuration.findMany();

describe('a configuration of another organisation', () => {
  const calls = (id: string) => {
    const url = `/api/configurations/${id}`;
    const webhook = { url: `https://contoso.webhook.office.com/webhookb2/${newId()}@x/IncomingWebhook/y/z` };
    return [
      () => test.as(MALLORY, 'GET', url),
      () => test.as(MALLORY, 'PATCH', url, { version: 1, name: 'x' }),
      () => test.as(MALLORY, 'DELETE', url),
      () => test.as(MALLORY, 'PUT', `${url}/destination`, webhook),
      () => test.as(MALLORY, 'GET', `${url}/deliveries`),
      () => test.as(MALLORY, 'GET', `${url}/changes`),
      () => test.as(MALLORY, 'GET', `${url}/events`),
      () => test.as(MALLORY, 'GET', `${url}/stream`),
      () => test.as(MALLORY, 'POST', `${url}/restore`, { version: 1 }),
    ];
  };

  it.each(['active', 'removed'] as const)(
    'is answered as one that never was, also when it is %s',
    async (state) => {
      const { id } = await addConfiguration(test.storage.prisma, { state });
      const before = await stored();
      for (const [index, call] of calls(id).entries()) {
        const answer = await call();
        const unknown = await calls(newId())[index]?.();
        expectProblem(answer, 404, 'configuration-not-found');
        const bodies = [answer, unknown].map((one) => one?.body.replace(/"req-\w+"/, ''));
        expect(bodies[0]).toBe(bodies[1]);
      }
      expect(await stored()).toEqual(before);
    },
  );

  it.each(['x', '../..', '\u0000', '\ufffd', "'; DROP TABLE configuration;--", 'x'.repeat(200)])(
    'is as unknown as an id that none could have: %j',
    async (id) => {
      const answer = await test.as(ZOE, 'GET', `/api/configurations/${encodeURIComponent(id)}`);
      expectProblem(answer, 404, 'configuration-not-found');
    },
  );
});

describe('who is not signed in', () => {
  const REQUESTS = [
    ['POST', '/api/configurations'],
    ['GET', '/api/configurations/x'],
    ['PATCH', '/api/configurations/x'],
    ['DELETE', '/api/configurations/x'],
    ['PUT', '/api/configurations/x/destination'],
    ['GET', '/api/configurations/x/deliveries?cursor=x'],
    ['GET', '/api/configurations/x/changes'],
    ['GET', '/api/configurations/x/events'],
    ['GET', '/api/configurations/x/stream'],
    ['POST', '/api/configurations/x/restore'],
    ['POST', '/api/destinations/recognise'],
  ] as const;

  it.each(REQUESTS)('is told so before anything else is looked at: %s %s', async (method, url) => {
    const authorizations = [
      undefined,
      'Bearer',
      'Bearer a.b.c',
      'Basic eDp5',
      `Bearer ${await test.newKey('events')}`,
    ];
    for (const authorization of authorizations) {
      for (const payload of ['{"broken', '{}', 'x'.repeat(100_000)]) {
        const headers = { ...(authorization && { authorization }), 'content-type': 'application/json' };
        const answer = await test.app.inject({ method, url, headers, payload });
        expectProblem(answer, 401, 'not-signed-in');
      }
    }
  });

  it('by a token of an organisation that is not allowed, or of another issuer, is told so', async () => {
    const foreign = { ...MALLORY, tenantId: '11111111-aaaa-4bbb-8ccc-000000000009' };
    expectProblem(await create(wanted(), foreign), 403, 'tenant-not-allowed');
    const authorization = `Bearer ${await test.issuer.sign(ZOE, { aud: MALLORY.objectId })}`;
    const answer = await test.app.inject({
      method: 'GET',
      url: '/api/configurations/x',
      headers: { authorization },
    });
    expectProblem(answer, 401, 'not-signed-in');
  });

  it('can read what the connector offers', async () => {
    const answer = await test.app.inject('/api/connector?language=fr');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      name: 'Cardwire',
      sandbox: false,
      limits: { nameLength: 80, urlLength: 2_048 },
      eventGroups: expect.arrayContaining([expect.objectContaining({ id: 'tasks', title: 'Tâches' })]),
    });
    expectProblem(await test.app.inject('/api/connector?language=de'), 400, 'invalid-request');
  });
});
