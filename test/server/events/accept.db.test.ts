import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptEvents } from '../../../server/events/accept.ts';
import type { Event } from '../../../server/events/event.ts';
import { EVENT_LIMITS } from '../../../server/events/schema.ts';
import { toEvent } from '../../../server/events/stored-event.ts';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { event, events } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';

let database: TestDatabase;
let storage: Storage;

beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
beforeEach(async () => {
  await storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});

const accept = (...given: Event[]) => acceptEvents(storage.pool, given);

/** The ids of the events that each configuration gets, in order. */
async function deliveries(): Promise<Record<string, unknown[]>> {
  const rows = await storage.prisma.delivery.findMany({ orderBy: { id: 'asc' } });
  const events = await storage.prisma.event.findMany();
  const sourceIds = new Map(events.map((row) => [row.id, row.sourceId]));
  const byConfiguration = Object.entries(Object.groupBy(rows, (row) => row.configurationId));
  return Object.fromEntries(
    byConfiguration.map(([id, own]) => [id, own?.map((row) => sourceIds.get(row.eventId)) ?? []]),
  );
}

describe('an event', () => {
  it('is stored with all that it has', async () => {
    const full = event({
      subject: '/tasks/1',
      tenantId: ZOE.tenantId,
      time: new Date('0001-01-01T00:00:00.123Z'),
      data: { title: 'Zoë → 😀', nested: [{ a: null, b: 1.5, 'c"\\': true }], '': '', $1: '{}' },
    });
    const bare = event({ time: new Date('9999-12-31T23:59:59.999Z'), data: {} });
    await accept(full, bare);
    const rows = await storage.prisma.event.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(toEvent)).toEqual([full, bare]);
  });

  it('waits for each configuration that chose its type, and for no other', async () => {
    const one = await addConfiguration(storage.prisma);
    const two = await addConfiguration(storage.prisma, { eventTypes: ['task.updated', 'task.created'] });
    await addConfiguration(storage.prisma, { eventTypes: ['task.updated', 'task', 'task.created.late'] });
    const given = event();
    expect(await accept(given)).toEqual({
      receipts: [{ source: given.source, id: given.id, duplicate: false, channels: 2 }],
      accepted: [{ id: expect.any(BigInt), event: given }],
      configurationIds: expect.toSatisfy(
        (ids: string[]) => ids.toSorted().join() === [one.id, two.id].sort().join(),
      ),
    });
    expect(await deliveries()).toEqual({ [one.id]: [given.id], [two.id]: [given.id] });
    expect(
      await storage.prisma.delivery.findMany({ select: { state: true, reason: true, tries: true } }),
    ).toEqual(Array(2).fill({ state: 'waiting', reason: 'now', tries: 0 }));
  });

  it('of a tenant stays within it; one of none goes to all', async () => {
    const zoes = await addConfiguration(storage.prisma);
    const mallorys = await addConfiguration(storage.prisma, { tenantId: MALLORY.tenantId });
    const hers = event({ tenantId: ZOE.tenantId });
    const everybodys = event();
    const { receipts } = await accept(hers, everybodys);
    expect(receipts.map(({ channels }) => channels)).toEqual([1, 2]);
    expect(await deliveries()).toEqual({
      [zoes.id]: [hers.id, everybodys.id],
      [mallorys.id]: [everybodys.id],
    });
  });

  it('does not wait for a configuration that was removed or has no destination yet', async () => {
    await addConfiguration(storage.prisma, { state: 'removed' });
    await addConfiguration(storage.prisma, { destinationUrl: null, destinationKind: null });
    expect(await accept(event())).toMatchObject({ receipts: [{ channels: 0 }], configurationIds: [] });
    expect(await deliveries()).toEqual({});
  });

  it.each(['paused', 'broken'] as const)('waits for a configuration that is %s', async (state) => {
    const { id } = await addConfiguration(storage.prisma, { state });
    const given = event();
    await accept(given);
    expect(await deliveries()).toEqual({ [id]: [given.id] });
  });

  it('that nobody wants is stored all the same', async () => {
    expect(await accept(event({ type: 'task.updated' }))).toMatchObject({ receipts: [{ channels: 0 }] });
    expect(await storage.prisma.event.count()).toBe(1);
  });

  it('may have the longest identity that is let in, of letters that do not compress', async () => {
    const letters = Array.from(
      { length: EVENT_LIMITS.identityBytes },
      (_, index) => (index * 7_919) % 20_000,
    );
    const bytes = Buffer.from(letters.map((letter) => String.fromCodePoint(0x4e00 + letter)).join(''));
    const name = bytes.subarray(0, EVENT_LIMITS.identityBytes / 2 - 2).toString();
    const given = event({ source: name, id: [...name].reverse().join('') });
    expect(await accept(given)).toMatchObject({ receipts: [{ duplicate: false }] });
    expect(await accept(given)).toMatchObject({ receipts: [{ duplicate: true }] });
  });
});

describe('many events', () => {
  it('keep the order of their request, for every configuration', async () => {
    const one = await addConfiguration(storage.prisma);
    const two = await addConfiguration(storage.prisma);
    const given = events(500);
    const { receipts, configurationIds } = await accept(...given);
    const ids = given.map(({ id }) => id);
    expect(receipts.map(({ id }) => id)).toEqual(ids);
    expect(receipts.every(({ channels, duplicate }) => channels === 2 && !duplicate)).toBe(true);
    expect(configurationIds.toSorted()).toEqual([one.id, two.id].sort());
    expect(await deliveries()).toEqual({ [one.id]: ids, [two.id]: ids });
  });

  it('are stored all or none', async () => {
    await addConfiguration(storage.prisma);
    await expect(accept(event(), event({ tenantId: 'not an id' }))).rejects.toThrow();
    expect(await storage.prisma.event.count()).toBe(0);
    expect(await deliveries()).toEqual({});
  });
});

describe('an event that is sent again', () => {
  const DUPLICATE = { duplicate: true, channels: 0 };

  it('changes nothing, and is told', async () => {
    const { id } = await addConfiguration(storage.prisma);
    const given = event();
    await accept(given);
    const again = await accept({ ...given, type: 'task.updated', data: { title: 'Other' } });
    expect(again).toMatchObject({ receipts: [DUPLICATE], configurationIds: [] });
    expect(await deliveries()).toEqual({ [id]: [given.id] });
    expect((await storage.prisma.event.findMany()).map(({ data }) => data)).toEqual([given.data]);
  });

  it('within one request counts once, at its first place', async () => {
    const { id } = await addConfiguration(storage.prisma);
    const [one, two] = [event({ id: 'one' }), event({ id: 'two' })];
    const { receipts } = await accept(one, two, { ...one, data: { title: 'Other' } }, two);
    expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, false, true, true]);
    expect(await deliveries()).toEqual({ [id]: ['one', 'two'] });
    expect(await storage.prisma.event.findFirst({ where: { sourceId: 'one' } })).toMatchObject({
      data: one.data,
    });
  });

  it('is known by source and id together', async () => {
    const given = event({ source: 'a', id: 'b' });
    const { receipts } = await accept(
      given,
      { ...given, source: 'b' },
      { ...given, id: 'a' },
      { ...given, source: 'a"', id: ',b' },
    );
    expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, false, false, false]);
  });

  it('at the same time is stored once', async () => {
    const { id } = await addConfiguration(storage.prisma);
    const given = events(50);
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(...given)));
    for (const [index, { id: eventId }] of given.entries()) {
      const fresh = answers
        .map(({ receipts }) => receipts[index])
        .filter((receipt) => receipt?.duplicate === false);
      expect(fresh, eventId).toHaveLength(1);
    }
    expect((await deliveries())[id]?.toSorted()).toEqual(given.map((one) => one.id).sort());
    expect(await storage.prisma.event.count()).toBe(50);
  });

  it('at the same time in another order is stored once: neither request fails for the other', async () => {
    await addConfiguration(storage.prisma);
    for (let round = 0; round < 20; round += 1) {
      const events = Array.from({ length: 100 }, (_, index) => event({ id: `${round}-${index}` }));
      const both = await Promise.all([accept(...events), accept(...events.toReversed())]);
      const fresh = both.flatMap(({ receipts }) => receipts).filter(({ duplicate }) => !duplicate);
      expect(fresh).toHaveLength(100);
    }
    expect(await storage.prisma.event.count()).toBe(2_000);
  });
});
