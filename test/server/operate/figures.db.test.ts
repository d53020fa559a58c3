import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Series, SeriesPoint } from '../../../server/operate/figures-schema.ts';
import { MOST_READ } from '../../../server/operate/sample.ts';
import type { Prisma } from '../../../server/storage/generated/client.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { event, events } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { newOperator, type Operator } from './operator.ts';

let test: TestApp;
let operator: Operator;
let theirs: Operator;
beforeAll(async () => {
  test = await startTestApp({ RETENTION_DAYS: '10' });
  operator = await newOperator(test);
  theirs = await newOperator(test, { tenantId: MALLORY.tenantId });
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  // What was kept of the test before is too old.
  test.clock.now = new Date(Math.max(Date.now(), test.clock.now.getTime() + 120_000));
});
afterAll(() => test.close());

const ago = (ms: number) => new Date(test.clock.now.getTime() - ms);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('the overview', () => {
  it('counts configurations, what waits, what failed, and what broken channels will lose', async () => {
    const { prisma } = test.storage;
    const active = await addConfiguration(prisma);
    await addConfiguration(prisma, { state: 'paused' });
    await addConfiguration(prisma, { state: 'removed' });
    for (const days of [9.5, 8, 6, 1]) {
      const { id } = await addConfiguration(prisma, { state: 'broken', brokenAt: ago(days * DAY_MS) });
      await addDelivery(prisma, id, { createdAt: ago(days * DAY_MS) });
    }
    await addConfiguration(prisma, { state: 'broken', brokenAt: ago(9.9 * DAY_MS) });
    await addDelivery(prisma, active.id, { state: 'failed' });
    await addDelivery(prisma, active.id, { state: 'expired' });
    await addDelivery(prisma, active.id, { state: 'dropped' });
    const overview = (await operator.get('/overview')).json();
    expect(overview).toMatchObject({
      configurations: { active: 1, paused: 1, broken: 5, removed: 1 },
      waiting: { active: { count: 0, oldestSeconds: 0 }, broken: { count: 4 } },
      failed: 2,
      atRisk: { over50: 1, over70: 1, over90: 1 },
      retentionDays: 10,
      nodes: 1,
      shards: 64,
      sandbox: false,
    });
    expect(overview.waiting.broken.oldestSeconds).toBeGreaterThan(9 * 86_400);
    expect((await theirs.get('/overview')).json()).toMatchObject({
      configurations: { active: 0, broken: 0 },
      waiting: { broken: { count: 0 } },
      failed: 0,
      atRisk: { over90: 0 },
      tenantId: MALLORY.tenantId,
    });
  });

  it('is read anew after ten seconds, and at once when the read before failed', async () => {
    const count = async () => (await operator.get('/overview')).json().configurations?.active;
    expect(await count()).toBe(0);
    await addConfiguration(test.storage.prisma);
    expect(await count()).toBe(0);
    test.clock.now = new Date(test.clock.now.getTime() + 10_001);
    const blocker = await test.storage.pool.connect();
    try {
      await blocker.query('BEGIN; LOCK TABLE configuration IN ACCESS EXCLUSIVE MODE');
      expect((await operator.get('/overview')).statusCode).toBe(503);
    } finally {
      await blocker.query('ROLLBACK');
      blocker.release();
    }
    expect(await count()).toBe(1);
  });
});

describe('throughput and latency', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await addConfiguration(test.storage.prisma));
  });
  const attempt = (startedAt: Date, change: Partial<Prisma.AttemptCreateManyInput> = {}) => ({
    configurationId: id,
    startedAt,
    durationMs: 100,
    verdict: 'posted' as const,
    words: '',
    ...change,
  });
  const add = (data: Prisma.AttemptCreateManyInput[]) => test.storage.prisma.attempt.createMany({ data });
  async function series(span: string, as = operator): Promise<Series> {
    return (await as.get(`/series?span=${span}`)).json();
  }
  const sum = ({ points }: Series, name: keyof Omit<SeriesPoint, 'at'>) =>
    points.reduce((total, point) => total + (point[name] ?? 0), 0);

  it('are counted by minute, by verdict and by what cards carried', async () => {
    await add([
      attempt(ago(90 * MINUTE_MS)),
      attempt(ago(2 * MINUTE_MS), { verdict: 'accepted', kind: 'digest', carried: 7 }),
      attempt(ago(0)),
      attempt(ago(0), { verdict: 'try_again', durationMs: 9_000 }),
      attempt(ago(0), { kind: 'test' }),
    ]);
    const hour = await series('hour');
    expect([hour.points.length, hour.stepSeconds, hour.every]).toEqual([60, 60, 1]);
    const last = hour.points.at(-1);
    expect(last).toMatchObject({ posted: 1, tryAgain: 1, delivered: 1 });
    expect(last?.p50Ms).toBeGreaterThanOrEqual(100);
    expect(last?.p50Ms).toBeLessThan(110);
    expect(last?.p99Ms).toBeGreaterThanOrEqual(9_000);
    expect(hour.points.at(-3)).toMatchObject({ accepted: 1, delivered: 7 });
    expect(hour.points.at(0)?.p50Ms).toBeUndefined();
    expect([sum(hour, 'posted'), sum(await series('day'), 'posted')]).toEqual([1, 2]);
    expect((await series('week')).points.length).toBe(168);
  });

  it('are estimated, and say so, when there are more than can be read in time', async () => {
    const attempts = MOST_READ * 2;
    await test.storage.pool.query(
      `INSERT INTO attempt (configuration_id, started_at, duration_ms, verdict, words)
       SELECT $1, $2::timestamptz - make_interval(secs => 600 - n * 600.0 / $3), 50, 'posted', ''
         FROM generate_series(1, $3::int) AS n`,
      [id, ago(0), attempts],
    );
    const hour = await series('hour');
    expect(hour.every).toBeGreaterThan(1);
    expect(sum(hour, 'posted') / attempts).toBeCloseTo(1, 2);
  });

  it('are those of the key’s organisation', async () => {
    await add([attempt(ago(0))]);
    expect(sum(await series('hour', theirs), 'posted')).toBe(0);
    const own = await newOperator(test, { tenantId: ZOE.tenantId });
    expect(sum(await series('hour', own), 'posted')).toBe(1);
  });
});

describe('event types', () => {
  it('are counted as they came and as they were chosen, also those that nobody sent', async () => {
    await addConfiguration(test.storage.prisma, { eventTypes: ['task.created', 'task.updated'] });
    await addConfiguration(test.storage.prisma, { eventTypes: ['task.created'], state: 'removed' });
    await test.send([...events(3), event({ type: 'github.push', tenantId: ZOE.tenantId })]);
    const counts = (await operator.get('/event-types?language=fr')).json();
    expect(counts.items.slice(0, 3)).toEqual([
      { type: 'task.created', title: 'Tâche créée', events: 3, configurations: 1 },
      expect.objectContaining({ type: 'github.push', events: 1, configurations: 0 }),
      { type: 'task.updated', title: 'Tâche modifiée', events: 0, configurations: 1 },
    ]);
    expect(counts).toMatchObject({ days: 7, every: 1 });
    expect(counts.items.length).toBeGreaterThan(10);
    const others = (await theirs.get('/event-types')).json();
    expect(others.items[0]).toMatchObject({ type: 'task.created', events: 3, configurations: 0 });
    expect(others.items.find(({ type }: { type: string }) => type === 'github.push').events).toBe(0);
  });
});
