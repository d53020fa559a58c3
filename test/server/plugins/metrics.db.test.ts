import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { event } from '../../events.ts';

const HOUR_MS = 3_600_000;
const ELSEWHERE = '203.0.113.7';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const scrape = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  test.app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress });

describe('/metrics', () => {
  it('answers a scraper on this machine, in Prometheus’ format', async () => {
    const answer = await scrape();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toContain('process_cpu_seconds_total');
  });

  it('is closed to others without a key, also behind a proxy on this machine', async () => {
    for (const answer of [await scrape({}, ELSEWHERE), await scrape({ 'x-forwarded-for': ELSEWHERE })]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'api-key-refused' });
    }
  });

  it('is closed to a sender’s key and open to an operator’s', async () => {
    const sender = { authorization: `Bearer ${await test.newKey('events')}` };
    expect((await scrape(sender, ELSEWHERE)).json()).toMatchObject({ code: 'scope-missing' });
    const operator = { authorization: `Bearer ${await test.newKey('operate')}` };
    expect((await scrape(operator, ELSEWHERE)).statusCode).toBe(200);
  });
});

it('tells what the database holds and what this node does', async () => {
  const own = await startTestApp();
  const { prisma } = own.storage;
  const active = await addConfiguration(prisma);
  const broken = await addConfiguration(prisma, { state: 'broken' });
  const anHourAgo = new Date(Date.now() - HOUR_MS);
  await addDelivery(prisma, active.id, { createdAt: anHourAgo });
  await addDelivery(prisma, active.id);
  await addDelivery(prisma, active.id, { state: 'sent', createdAt: new Date(0) });
  await addDelivery(prisma, broken.id, { createdAt: new Date(Date.now() - 24 * HOUR_MS) });
  own.engine.status = { shards: 21, nodes: 3, renewedAgoMs: 5, lanes: 8, posts: 2, stopping: false };
  await own.send([event(), event()]);

  const { body } = await own.app.inject('/metrics');
  for (const line of [
    'cardwire_database_up 1',
    'cardwire_configurations{state="active"} 1',
    'cardwire_configurations{state="broken"} 1',
    'cardwire_configurations{state="paused"} 0',
    'cardwire_events_total{result="new"} 2',
    'cardwire_intake_duration_seconds_count 1',
    // Two were there, and two came with the events.
    'cardwire_deliveries_waiting{state="active"} 4',
    'cardwire_deliveries_waiting{state="broken"} 3',
    'cardwire_oldest_waiting_seconds{state="paused"} 0',
    'cardwire_card_actions_waiting 0',
    'cardwire_oldest_card_action_seconds 0',
    'cardwire_shards_held 21',
    'cardwire_nodes 3',
    'cardwire_lanes 8',
    'cardwire_posts_under_way 2',
  ]) {
    expect(body.split('\n')).toContain(line);
  }
  const oldest = Number(/^cardwire_oldest_waiting_seconds\{state="active"\} (.*)$/m.exec(body)?.[1]);
  expect(oldest).toBeGreaterThanOrEqual(3_600);
  expect(oldest).toBeLessThan(3_700);
  expect(body).not.toContain(active.id);
  await own.close();
});

it('still tells of the process while the database is away, and nothing old of the database', async () => {
  const own = await startTestApp();
  await own.database.drop();
  const { statusCode, body } = await own.app.inject('/metrics');
  expect(statusCode).toBe(200);
  expect(body).toContain('cardwire_database_up 0');
  expect(body).toContain('cardwire_shards_held 64');
  expect(body).not.toContain('cardwire_deliveries_waiting{');
  expect(body).not.toMatch(/^cardwire_card_actions_waiting/m);
  await own.app.close();
  await own.storage.close();
});
