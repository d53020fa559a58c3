import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { event } from '../../events.ts';
import { MALLORY, YANN, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { type Browser, CONNECT_ENV, granted, newGroupWebhook, openBrowser } from './browser.ts';

let test: TestApp;
let browser: Browser;
let url: string;
beforeAll(async () => {
  test = await startTestApp(CONNECT_ENV);
});
beforeEach(() => {
  test.clock.now = new Date('2026-11-21T10:00:00Z');
  browser = openBrowser(test);
  url = newGroupWebhook();
});
afterAll(() => test.close());

const session = async () => (await browser.call('GET', '/connect/api/session')).json();
const prove = async () => {
  const [pending] = (await session()).pending;
  return browser.call('POST', `/connect/api/pending/${pending.id}/prove`);
};
const channelsOf = async () => (await test.send([event()])).json().events[0].channels;

describe('what Microsoft gave', () => {
  beforeEach(async () => {
    await browser.comeBack({ state: await browser.start({ language: 'fr' }), ...granted(url) });
  });

  it('gets no event before a card has proved it', async () => {
    const before = await channelsOf();
    expect((await prove()).json()).toMatchObject({
      test: { verdict: 'posted' },
      connection: {
        place: 'group',
        configuration: {
          state: 'active',
          name: 'Bakery',
          language: 'fr',
          eventTypes: ['task.created'],
          host: { kind: 'browser', teamName: 'Bakery' },
          destination: { kind: 'connector', label: `outlook.office.com …${url.slice(-4)}` },
          createdByName: 'Connect to Office 365',
        },
      },
    });
    expect(await channelsOf()).toBe(before + 1);
    expect(JSON.stringify(test.teams.posts(url))).toContain('Connecté');
  });

  it('becomes nothing while the webhook refuses, in its words, and can be tried again', async () => {
    test.teams.answer(url, { status: 404, body: 'User not found' }, { status: 200, body: '1' });
    const refused = (await prove()).json();
    expect(refused).toMatchObject({ test: { verdict: 'dead', status: 404, words: 'User not found' } });
    expect(refused).not.toHaveProperty('connection');
    expect((await session()).connections).toEqual([]);
    expect((await prove()).json()).toMatchObject({ test: { verdict: 'posted' } });
    expect((await session()).pending).toEqual([]);
    expect((await session()).connections).toHaveLength(1);
  });

  it('is proved once, however often that is asked', async () => {
    const [pending] = (await session()).pending;
    const ask = () => browser.call('POST', `/connect/api/pending/${pending.id}/prove`);
    const proofs = [...(await Promise.all([ask(), ask()])), await ask()].map((answer) => answer.json());
    const ids = proofs.map((proof) => proof.connection.configuration.id);
    expect(new Set(ids).size).toBe(1);
    expect(test.teams.posts(url)).toHaveLength(1);
    expect((await session()).connections).toHaveLength(1);
  });

  it('is proved by the browser that it was given to alone', async () => {
    const [pending] = (await session()).pending;
    const other = openBrowser(test);
    const path = `/connect/api/pending/${pending.id}/prove`;
    expectProblem(await other.call('POST', path), 401, 'not-signed-in');
    await other.start();
    expectProblem(await other.call('POST', path), 404, 'not-found');
    expect(test.teams.posts(url)).toEqual([]);
  });

  it('is let go after a day without proof', async () => {
    const path = `/connect/api/pending/${(await session()).pending[0].id}/prove`;
    test.clock.now = new Date('2026-11-22T10:20:00Z');
    expect((await session()).pending).toEqual([]);
    expectProblem(await browser.call('POST', path), 404, 'not-found');
  });
});

describe('a browser that has connected something', () => {
  let id: string;
  const path = () => `/connect/api/configurations/${id}`;
  beforeEach(async () => {
    id = await browser.connect(granted(url));
  });

  it('reads, changes, pauses, resumes, tests and removes it', async () => {
    const { version } = (await browser.call('GET', path())).json();
    const changed = await browser.call('PATCH', path(), { version, name: 'Oven' });
    expect(changed.json()).toMatchObject({ name: 'Oven', updatedByName: 'Connect to Office 365' });
    expect((await browser.call('POST', `${path()}/pause`, {})).json().state).toBe('paused');
    expect((await browser.call('POST', `${path()}/resume`, {})).json().state).toBe('active');
    expect((await browser.call('POST', `${path()}/test`, {})).json().verdict).toBe('posted');
    expect((await browser.call('GET', `${path()}/deliveries`)).statusCode).toBe(200);
    expect((await browser.call('DELETE', path())).statusCode).toBe(204);
    expect((await session()).connections).toEqual([]);
  });

  it('is named in the audit columns by its session, never by what the address said', async () => {
    const { createdBy, updatedBy } = await test.storage.prisma.configuration.findUniqueOrThrow({
      where: { id },
    });
    expect([createdBy, updatedBy]).toEqual([expect.stringMatching(/^browser:[\w-]{22}$/), createdBy]);
  });

  it('has several groups, newest first, each with its own configuration', async () => {
    test.clock.now = new Date('2026-11-21T10:01:00Z');
    const second = await browser.connect({ webhook_url: newGroupWebhook(), app_type: 'mail' });
    const { connections } = await session();
    expect(connections.map((one: { place: string }) => one.place)).toEqual(['inbox', 'group']);
    expect(connections[0].configuration.id).toBe(second);
  });

  it('can do nothing to what others have', async () => {
    const other = openBrowser(test);
    expectProblem(await other.call('GET', path()), 401, 'not-signed-in');
    await other.connect();
    for (const [method, body] of [['GET'], ['PATCH', { version: 1, name: 'Mine' }], ['DELETE']] as const)
      expectProblem(await other.call(method, path(), body), 404, 'configuration-not-found');
    for (const odd of ['%00', '..', 'x'.repeat(190)])
      expectProblem(
        await other.call('GET', `/connect/api/configurations/${odd}x`),
        404,
        'configuration-not-found',
      );
    expect((await browser.call('GET', path())).statusCode).toBe(200);
  });

  it('keeps that for thirty days', async () => {
    test.clock.now = new Date('2026-12-21T09:59:00Z');
    expect((await browser.call('GET', path())).statusCode).toBe(200);
    test.clock.now = new Date('2026-12-21T10:01:00Z');
    expectProblem(await browser.call('GET', path()), 401, 'not-signed-in');
  });

  it('is not signed in for the calls of people', async () => {
    expectProblem(await browser.call('GET', `/api/configurations/${id}`), 401, 'not-signed-in');
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    {},
  ])('is not used by another site: %j', async (headers) => {
    for (const [method, to, body] of [
      ['DELETE', path()],
      ['POST', `${path()}/pause`, {}],
      ['POST', '/connect/api/start', { eventTypes: ['task.created'], language: 'en' }],
    ] as const) {
      const given = headers as Record<string, string>;
      expectProblem(await browser.call(method, to, body, given), 403, 'foreign-page');
    }
    expect((await browser.call('GET', path())).json().state).toBe('active');
  });
});

describe('somebody who signs in', () => {
  const mine = async (person: typeof ZOE) =>
    (await test.as(person, 'GET', '/api/connections')).json().connections;
  const has = async (person: typeof ZOE, id: string) =>
    (await mine(person)).some((one: { configuration: { id: string } }) => one.configuration.id === id);

  it('finds what they have connected in whatever browser, and changes it', async () => {
    const id = await browser.connect({ ...granted(url), user_objectId: ZOE.objectId.toUpperCase() });
    expect(await has(ZOE, id)).toBe(true);
    const change = await test.as(ZOE, 'PATCH', `/api/configurations/${id}`, { version: 2, name: 'Oven' });
    expect(change.json()).toMatchObject({ name: 'Oven', updatedByName: ZOE.name });
  });

  it('finds nothing of others, of other organisations, or without a person', async () => {
    const foreign = { ...granted(newGroupWebhook(MALLORY.tenantId)), user_objectId: ZOE.objectId };
    const nobody = { ...granted(), user_objectId: 'nobody' };
    const ids = [
      await browser.connect(granted(url)),
      await browser.connect(foreign),
      await browser.connect(nobody),
    ];
    expect(await Promise.all(ids.map((id) => has(YANN, id)))).toEqual([false, false, false]);
    expect(await Promise.all(ids.map((id) => has(ZOE, id)))).toEqual([true, false, false]);
  });

  it('must be signed in', async () => {
    expectProblem(await browser.call('GET', '/api/connections'), 401, 'not-signed-in');
  });

  it('is stored as a keyed hash alone', async () => {
    await browser.connect(granted(url));
    const rows = await test.storage.prisma.connection.findMany();
    expect(JSON.stringify(rows)).not.toContain(ZOE.objectId);
  });
});
