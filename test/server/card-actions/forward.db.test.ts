import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { buildConnector } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  type Forwarded,
  type ForwardOptions,
  startDue,
  startForwarding,
} from '../../../server/card-actions/forward.ts';
import { createPoster } from '../../../server/destinations/post.ts';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { serve } from '../destinations/servers.ts';
import { ACTION_SECRET } from './action-secret.ts';

let database: TestDatabase;
let storage: Storage;
beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
beforeEach(() => storage.pool.query('TRUNCATE card_action'));
afterAll(async () => {
  await storage.close();
  await database.drop();
});

const PRESSED_AT = new Date();
const never = new AbortController().signal;
let count = 0n;

async function addPressed(body = '{"type":"card.action"}'): Promise<string> {
  count += 1n;
  const { id } = await storage.prisma.cardAction.create({
    data: {
      id: randomUUID(),
      configurationId: 'any',
      eventId: count,
      title: 'Approve',
      pressedByName: 'Zoë',
      pressedAt: PRESSED_AT,
      body,
      dueAt: PRESSED_AT,
    },
  });
  return id;
}
const read = (id: string) => storage.prisma.cardAction.findUniqueOrThrow({ where: { id } });

/** Forwards what is due, to the end; answers how much it was. */
const forwardDue = async (options: ForwardOptions, signal: AbortSignal) =>
  (await Promise.all(await startDue(options, signal))).length;

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** The operator's system, which answers with each status in turn, the last one for good; and a node. */
async function openRig(...statuses: (number | 'silence')[]) {
  const received: Received[] = [];
  const url = await serve(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200;
    if (status !== 'silence') response.writeHead(status, { 'retry-after': '1' }).end();
  });
  const poster = createPoster({ connect: buildConnector({}) });
  onTestFinished(() => poster.close());
  const clock = { now: PRESSED_AT };
  const reports: Forwarded[] = [];
  const options = {
    pool: storage.pool,
    poster,
    target: { url: `${url}/actions?token=abc`, secrets: [ACTION_SECRET] },
    now: () => clock.now,
    random: () => 0,
    onForwarded: (report: Forwarded) => void reports.push(report),
    onError(error: unknown) {
      throw error;
    },
  };
  return { received, clock, reports, options };
}
const later = (ms: number) => new Date(PRESSED_AT.getTime() + ms);

describe('a pressed button', () => {
  it('reaches the operator once, signed so that they know who sent it', async () => {
    const { received, options } = await openRig();
    const id = await addPressed('{"né":"ça"}');
    expect(await forwardDue(options, never)).toBe(1);
    expect(await forwardDue(options, never)).toBe(0);
    const [post, ...others] = received;
    expect(others).toEqual([]);
    expect(post?.headers).toMatchObject({
      'webhook-id': id,
      'content-type': 'application/json; charset=utf-8',
    });
    const headers = JSON.parse(JSON.stringify(post?.headers));
    expect(new Webhook(ACTION_SECRET).verify(post?.body ?? '', headers)).toEqual({ né: 'ça' });
    expect(await read(id)).toMatchObject({ state: 'delivered', tries: 1, settledAt: PRESSED_AT });
  });

  it('that does not arrive is tried again later, under the same id', async () => {
    const { received, clock, reports, options } = await openRig(503, 302, 200);
    const id = await addPressed();
    await forwardDue(options, never);
    expect(await read(id)).toMatchObject({ state: 'waiting', tries: 1, dueAt: later(2_000) });
    clock.now = later(1_999);
    expect(await forwardDue(options, never)).toBe(0);
    clock.now = later(2_000);
    await forwardDue(options, never);
    clock.now = later(10_000);
    await forwardDue(options, never);
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id, id]);
    expect(await read(id)).toMatchObject({ state: 'delivered', tries: 3 });
    expect(reports.map(({ result, words }) => [result, words])).toEqual([
      ['try_again', 'The answer was HTTP 503.'],
      ['try_again', 'The answer was HTTP 302.'],
      ['delivered', ''],
    ]);
    expect(JSON.stringify(reports)).not.toContain('token');
  });

  it('is given up, and kept, after a day of failures', async () => {
    const { received, clock, reports, options } = await openRig(500);
    const id = await addPressed();
    for (let hours = 0; hours <= 48; hours += 1 / 3) {
      clock.now = later(hours * 3_600_000);
      await forwardDue(options, never);
    }
    expect(received).toHaveLength(12);
    expect(await read(id)).toMatchObject({ state: 'failed', tries: 12 });
    expect(reports.at(-1)).toMatchObject({ result: 'failed' });
  });

  it('whose node was killed while it posted is posted by another one, after a minute', async () => {
    const { received, clock, options } = await openRig('silence', 200);
    const id = await addPressed();
    // A killed process notes nothing; here only the connection ends, and only with the test.
    const killed = new AbortController();
    onTestFinished(() => killed.abort());
    void forwardDue(options, killed.signal);
    await expect.poll(() => received.length).toBe(1);
    clock.now = later(59_999);
    expect(await forwardDue(options, never)).toBe(0);
    clock.now = later(60_000);
    expect(await forwardDue(options, never)).toBe(1);
    expect(await read(id)).toMatchObject({ state: 'delivered', tries: 2 });
  });

  it('is posted by one of several nodes', async () => {
    const { received, options } = await openRig();
    for (let index = 0; index < 50; index += 1) await addPressed();
    const found = await Promise.all([1, 2, 3, 4].map(() => forwardDue(options, never)));
    expect(found.reduce((sum, each) => sum + each)).toBe(50);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(50);
    expect(received).toHaveLength(50);
  });
});

describe('a node', () => {
  const states = () => storage.prisma.cardAction.count({ where: { state: 'delivered' } });

  it('forwards at once when it is woken, and by itself what another one stored', async () => {
    const { options } = await openRig();
    const forwarder = startForwarding(options);
    onTestFinished(() => forwarder.stop());
    await addPressed();
    await expect.poll(states, { timeout: 5_000 }).toBe(1);
    await addPressed();
    forwarder.wake();
    await expect.poll(states, { timeout: 1_000, interval: 10 }).toBe(2);
  });

  it('that stops gives back what it was posting', async () => {
    const { received, options } = await openRig('silence');
    const id = await addPressed();
    const forwarder = startForwarding(options);
    await expect.poll(() => received.length).toBe(1);
    await forwarder.stop();
    expect(await read(id)).toMatchObject({ state: 'waiting', dueAt: PRESSED_AT });
  });

  it('goes on when the database was away', async () => {
    const { options } = await openRig();
    const errors: unknown[] = [];
    const away = { query: async () => Promise.reject(new Error('no database')) };
    const pool = Object.assign(Object.create(storage.pool), away);
    const forwarder = startForwarding({ ...options, pool, onError: (error) => void errors.push(error) });
    onTestFinished(() => forwarder.stop());
    await expect.poll(() => errors.length).toBe(1);
    pool.query = storage.pool.query.bind(storage.pool);
    await addPressed();
    forwarder.wake();
    await expect.poll(states).toBe(1);
  });
});
