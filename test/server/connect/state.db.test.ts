import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { expectProblem } from '../../problem.ts';
import { type Browser, CONNECT_ENV, granted, openBrowser } from './browser.ts';

const START = new Date('2026-11-21T10:00:00Z');
const MINUTE_MS = 60_000;

let test: TestApp;
let browser: Browser;
beforeAll(async () => {
  test = await startTestApp(CONNECT_ENV);
});
beforeEach(() => {
  test.clock.now = START;
  browser = openBrowser(test);
});
afterAll(() => test.close());

const after = (minutes: number) => {
  test.clock.now = new Date(START.getTime() + minutes * MINUTE_MS);
};

it.each([{}, { state: '' }, { state: 'never-given-out' }, { state: 'x'.repeat(5_000) }, { state: '\0' }])(
  'a state that was never given out connects nothing: %j',
  async (query) => {
    await browser.start();
    const answer = await browser.comeBack({ ...granted(), ...(query as Record<string, string>) });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/connect/done']);
    expect(await browser.outcome()).toBe('unknown');
  },
);

it('a state of another browser connects nothing, and stays good for that one', async () => {
  const state = await browser.start();
  const other = openBrowser(test);
  for (const begun of [false, true]) {
    if (begun) await other.start();
    await other.comeBack({ state, ...granted() });
    expect(await other.outcome()).toBe('foreign');
    expect((await other.call('GET', '/connect/api/session')).json().pending).toEqual([]);
  }
  await browser.comeBack({ state, ...granted() });
  expect(await browser.outcome()).toBe('granted');
});

it('a state connects once, also when it comes twice at the same moment', async () => {
  const state = await browser.start();
  const query = new URLSearchParams({ state, ...granted() });
  const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const come = () =>
    test.app.inject({ method: 'GET', url: `/connect/callback?${query}`, headers: { cookie: cookies } });
  const outcomes = (await Promise.all([come(), come(), come()])).map(
    ({ cookies: set }) => set.find(({ name }) => name.endsWith('outcome'))?.value,
  );
  expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(1);
});

it('a state is good for ten minutes', async () => {
  const early = await browser.start();
  after(9.9);
  await browser.comeBack({ state: early, ...granted() });
  expect(await browser.outcome()).toBe('granted');

  after(0);
  const late = await browser.start();
  after(10.1);
  await browser.comeBack({ state: late, ...granted() });
  expect(await browser.outcome()).toBe('expired');
});

it('several ways can be open in one browser, each with a state of its own', async () => {
  const states = [await browser.start(), await browser.start()];
  for (const state of states) {
    await browser.comeBack({ state, ...granted() });
    expect(await browser.outcome()).toBe('granted');
  }
  expect((await browser.call('GET', '/connect/api/session')).json().pending).toHaveLength(2);
});

it('another node takes the way back', async () => {
  const node = await startTestApp(CONNECT_ENV, undefined, test);
  const state = await browser.start();
  const there = openBrowser(node);
  for (const [name, value] of browser.cookies) there.cookies.set(name, value);
  await there.comeBack({ state, ...granted() });
  expect(await there.outcome()).toBe('granted');
  await browser.comeBack({ state, ...granted() });
  expect(await browser.outcome()).toBe('foreign');
  await node.close();
});

it('what is over is removed when somebody begins', async () => {
  await browser.start();
  after(2 * 24 * 60);
  await openBrowser(test).start();
  expect(await test.storage.prisma.connectAttempt.count()).toBe(1);
  expect(
    await test.storage.prisma.connectSession.count({ where: { expiresAt: { lt: test.clock.now } } }),
  ).toBe(0);
});

it('a flood of beginnings is refused before it fills the database', async () => {
  const expiresAt = new Date(test.clock.now.getTime() + MINUTE_MS);
  await test.storage.prisma.connectAttempt.createMany({
    data: Array.from({ length: 5_000 }, (_, index) => ({
      id: `flood ${index}`,
      stateHash: `flood ${index}`,
      sessionId: 'flood',
      wanted: {},
      createdAt: START,
      expiresAt,
    })),
  });
  const choice = { eventTypes: ['task.created'], language: 'en' };
  expectProblem(await browser.call('POST', '/connect/api/start', choice), 503, 'unavailable');
  await test.storage.prisma.connectAttempt.deleteMany({ where: { sessionId: 'flood' } });
  expect((await browser.call('POST', '/connect/api/start', choice)).statusCode).toBe(200);
});
