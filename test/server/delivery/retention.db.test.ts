import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeOld, startRetention } from '../../../server/delivery/retention.ts';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { addDelivery } from '../../delivery-row.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-21T10:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const OLD = daysAgo(31);
const YOUNG = daysAgo(29);

let database: TestDatabase;
let storage: Storage;
let id: string;
beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
beforeEach(async () => {
  await storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(storage.prisma));
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});

const never = new AbortController().signal;
const round = (now = NOW, signal = never) =>
  removeOld({ pool: storage.pool, retentionDays: 30, now: () => now, signal }, 0);
const counts = async () => ({
  events: await storage.prisma.event.count(),
  deliveries: await storage.prisma.delivery.count(),
  attempts: await storage.prisma.attempt.count(),
});
const addAttempt = (startedAt: Date) =>
  storage.prisma.attempt.create({
    data: { configurationId: id, startedAt, durationMs: 12, verdict: 'posted', words: '1' },
  });
/** Thousands of settled deliveries, each of an event of its own. */
const addMany = (count: number, at: Date) =>
  storage.pool.query(
    `WITH added AS (
       INSERT INTO event (source, source_id, type, time, data, received_at)
       SELECT 'many', gen_random_uuid()::text, 'task.created', $2, '{}', $2 FROM generate_series(1, $3)
       RETURNING id
     )
     INSERT INTO delivery (configuration_id, event_id, state, created_at, settled_at)
     SELECT $1, id, 'sent', $2, $2 FROM added`,
    [id, at, count],
  );

describe('a round of retention', () => {
  it('removes pressed buttons that are older than the days, unless they are still to be passed on', async () => {
    const { pool, prisma } = storage;
    const add = (eventId: bigint, pressedAt: Date, state: 'waiting' | 'delivered' | 'failed') =>
      prisma.cardAction.create({
        data: {
          id: randomUUID(),
          configurationId: id,
          eventId,
          title: 'Approve',
          pressedByName: 'Zoë',
          pressedAt,
          body: '{}',
          dueAt: pressedAt,
          state,
        },
      });
    await pool.query('TRUNCATE card_action');
    await add(1n, OLD, 'delivered');
    await add(2n, OLD, 'failed');
    await add(3n, OLD, 'waiting');
    await add(4n, YOUNG, 'delivered');
    await round();
    const left = await prisma.cardAction.findMany({ orderBy: { eventId: 'asc' } });
    expect(left.map(({ eventId }) => eventId)).toEqual([3n, 4n]);
  });

  it('removes events with their deliveries, and attempts, that are older than the days, and no younger', async () => {
    for (const at of [OLD, YOUNG]) {
      await addDelivery(storage.prisma, id, { state: 'sent', createdAt: at, settledAt: at });
      await addAttempt(at);
    }
    await round();
    expect(await storage.prisma.event.findMany()).toMatchObject([{ receivedAt: YOUNG }]);
    expect(await storage.prisma.delivery.findMany()).toMatchObject([{ createdAt: YOUNG }]);
    expect(await storage.prisma.attempt.findMany()).toMatchObject([{ startedAt: YOUNG }]);
  });

  it('removes more than one batch', async () => {
    await addMany(2_500, OLD);
    await addMany(3, YOUNG);
    await round();
    expect(await counts()).toEqual({ events: 3, deliveries: 3, attempts: 0 });
  });

  it('lets what has waited too long expire, and keeps it for another day', async () => {
    await addDelivery(storage.prisma, id, { createdAt: OLD });
    await addDelivery(storage.prisma, id, { createdAt: YOUNG });
    await round();
    const rows = await storage.prisma.delivery.findMany({ orderBy: { id: 'asc' } });
    expect(rows).toMatchObject([
      { state: 'expired', reason: 'too-old', settledAt: expect.any(Date) },
      { state: 'waiting' },
    ]);
    // By the clock of the database it expired just now.
    await storage.prisma.delivery.updateMany({
      where: { state: 'expired' },
      data: { settledAt: daysAgo(2) },
    });
    await round();
    expect(await storage.prisma.delivery.findMany()).toMatchObject([{ state: 'waiting' }]);
  });

  it('keeps what stands behind an event that is still needed from being overlooked', async () => {
    await addDelivery(storage.prisma, id, { state: 'expired', createdAt: OLD, settledAt: daysAgo(0.5) });
    await addMany(1_200, OLD);
    await round();
    expect(await storage.prisma.delivery.findMany()).toMatchObject([{ state: 'expired' }]);
  });

  it('removes events that no channel asked for', async () => {
    const { eventId } = await addDelivery(storage.prisma, id, { state: 'sent', createdAt: OLD });
    await storage.prisma.delivery.deleteMany();
    await round();
    expect(await storage.prisma.event.findUnique({ where: { id: eventId } })).toBeNull();
  });

  it('removes configurations that were removed long ago or never finished, with all that was theirs', async () => {
    const { prisma } = storage;
    const kept = [
      await addConfiguration(prisma, { name: 'in use, not touched for long', updatedAt: daysAgo(400) }),
      await addConfiguration(prisma, { name: 'removed lately', state: 'removed', removedAt: YOUNG }),
      await addConfiguration(prisma, {
        name: 'its address was lost with its key',
        state: 'broken',
        destinationUrl: null,
        updatedAt: daysAgo(400),
      }),
      await addConfiguration(prisma, { name: 'just begun', destinationUrl: null, updatedAt: daysAgo(0.9) }),
    ];
    const removed = await addConfiguration(prisma, { state: 'removed', removedAt: OLD });
    await addDelivery(prisma, removed.id, { state: 'dropped', createdAt: YOUNG });
    const who = { at: OLD, by: 'somebody', byName: 'Somebody', kind: 'removed' } as const;
    await prisma.change.create({ data: { configurationId: removed.id, ...who } });
    for (const configurationId of [id, removed.id])
      await prisma.connection.create({ data: { configurationId, sessionId: 'a browser', place: 'group' } });
    await addConfiguration(prisma, { destinationUrl: null, updatedAt: daysAgo(1.1) });
    await round();
    const names = (await prisma.configuration.findMany({ where: { NOT: { id } } })).map((row) => row.name);
    expect(names.sort()).toEqual(kept.map((row) => row.name).sort());
    expect((await counts()).deliveries).toBe(0);
    expect(await prisma.change.count()).toBe(0);
    expect(await prisma.connection.findMany()).toMatchObject([{ configurationId: id }]);
  });

  it('is left to the node that is at it', async () => {
    await addMany(1, OLD);
    const other = await storage.pool.connect();
    await other.query('SELECT pg_advisory_lock(7306402)');
    await round();
    expect((await counts()).events).toBe(1);
    await other.query('SELECT pg_advisory_unlock(7306402)');
    other.release();
    await round();
    expect((await counts()).events).toBe(0);
  });

  it('gives the lock back, also after an error', async () => {
    await storage.pool.query('ALTER TABLE attempt RENAME TO mislaid');
    await expect(round()).rejects.toThrow('attempt');
    await storage.pool.query('ALTER TABLE mislaid RENAME TO attempt');
    const other = await storage.pool.connect();
    // Waits: the server sees the closed connection a moment later.
    await other.query('SELECT pg_advisory_lock(7306402)');
    other.release(true);
  });

  it('ends between two batches when the node stops', async () => {
    await addMany(2_500, OLD);
    await round(NOW, AbortSignal.abort());
    expect((await counts()).events).toBeGreaterThanOrEqual(1_500);
  });
});

it('retention ends when its signal does', async () => {
  const stopping = new AbortController();
  const running = startRetention({
    pool: storage.pool,
    retentionDays: 30,
    now: () => NOW,
    onError() {},
    signal: stopping.signal,
  });
  stopping.abort();
  await expect(running).resolves.toBeUndefined();
});
