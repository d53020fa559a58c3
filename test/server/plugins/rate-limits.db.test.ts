import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { event, toCloudEvent } from '../../events.ts';
import { YANN, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';

const ADDRESS = '198.51.100.1';
const OTHER_ADDRESS = '198.51.100.2';
const PROXY = '10.0.0.1';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp({ KEY_REQUESTS_PER_MINUTE: '3' });
});
afterEach(() => test.close());

const get = (url: string, remoteAddress = ADDRESS, headers: Record<string, string> = {}) =>
  test.app.inject({ method: 'GET', url, remoteAddress, headers });

/** Sends so many requests and answers the last one. */
async function last<Answer>(count: number, send: () => Promise<Answer>): Promise<Answer> {
  for (let sent = 1; sent < count; sent += 1) await send();
  return send();
}

describe('a key', () => {
  const send = (key: string) =>
    test.app.inject({
      method: 'POST',
      url: '/api/events',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(toCloudEvent(event())),
    });

  it('that sends too much waits for the minute to end, and others do not', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const [key, other] = [await test.newKey('events'), await test.newKey('events')];
      expect((await last(3, () => send(key))).statusCode).toBe(202);
      const refused = await send(key);
      expectProblem(refused, 429, 'too-many-requests');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
      expect((await send(other)).statusCode).toBe(202);
      vi.setSystemTime(Date.now() + 61_000);
      expect((await send(key)).statusCode).toBe(202);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a person', () => {
  it('who asks too much waits, and others of the organisation do not', async () => {
    const ask = (person: typeof ZOE) => test.as(person, 'GET', '/api/configurations/none');
    expectProblem(await last(600, () => ask(ZOE)), 404, 'configuration-not-found');
    expectProblem(await ask(ZOE), 429, 'too-many-requests');
    expectProblem(await ask(YANN), 404, 'configuration-not-found');
  });
});

describe('an address', () => {
  it('that asks too much without signing in waits, and others do not', async () => {
    expect((await last(600, () => get('/api/connector'))).statusCode).toBe(200);
    expectProblem(await get('/api/connector'), 429, 'too-many-requests');
    expect((await get('/api/connector', OTHER_ADDRESS)).statusCode).toBe(200);
    expect((await get('/health/live')).statusCode).toBe(200);
    expectProblem(await test.as(ZOE, 'GET', '/api/configurations/none'), 404, 'configuration-not-found');
  });

  it.each(['/%61pi/connector', '/api/%63onnector'])(
    'is counted however it writes the path: %s',
    async (url) => {
      expect((await last(600, () => get(url))).statusCode).toBe(200);
      expectProblem(await get('/api/connector'), 429, 'too-many-requests');
    },
  );

  it('of IPv6 is the network that one customer has', async () => {
    let host = 0;
    const next = () => get('/api/connector', `2001:db8:1:2::${(++host).toString(16)}`);
    expect((await last(600, next)).statusCode).toBe(200);
    expectProblem(await next(), 429, 'too-many-requests');
    expect((await get('/api/connector', '2001:db8:1:3::1')).statusCode).toBe(200);
  });

  it('that tries keys is told to wait', async () => {
    const headers = { authorization: `Bearer cw_${'a'.repeat(32)}` };
    const guess = () =>
      test.app.inject({ method: 'POST', url: '/api/events', remoteAddress: ADDRESS, headers, body: {} });
    expectProblem(await last(600, guess), 401, 'api-key-refused');
    expectProblem(await guess(), 429, 'too-many-requests');
  });

  it('is the one that a proxy in a private network tells, and no one else', async () => {
    const from = (forwarded: string) => ({ 'x-forwarded-for': forwarded });
    await last(600, () => get('/api/connector', PROXY, from(ADDRESS)));
    expectProblem(await get('/api/connector', PROXY, from(ADDRESS)), 429, 'too-many-requests');
    expect((await get('/api/connector', PROXY, from(OTHER_ADDRESS))).statusCode).toBe(200);
    expectProblem(await get('/api/connector', ADDRESS, from(OTHER_ADDRESS)), 429, 'too-many-requests');
  });
});
