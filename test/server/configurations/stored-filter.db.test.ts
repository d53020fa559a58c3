import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../../server/events/event.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { newId } from '../../configuration-row.ts';
import { deliveriesOf } from '../../delivery-row.ts';
import { event } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(() => test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt'));
afterAll(() => test.close());

type Value = string | number | boolean | string[];
const condition = (field: string, operator: string, value: Value) => ({ field, operator, value });
const all = (...conditions: object[]) => ({ match: 'all', conditions });

const create = (settings: object) =>
  test.as(ZOE, 'POST', '/api/configurations', {
    creationKey: newId(),
    name: 'Tasks',
    eventTypes: ['task.created'],
    language: 'en',
    host: { kind: 'tab' },
    ...settings,
  });
/** Events are accepted by the clock of the database, which is not the one of the tests. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** Configures a channel that can be delivered to; answers its id. */
async function configure(filter?: object): Promise<string> {
  const { id } = (await create(filter ? { filter } : {})).json();
  await test.storage.prisma.configuration.update({
    where: { id },
    data: { destinationUrl: 'sealed', createdAt: LONG_AGO },
  });
  return id;
}
const change = (id: string, filter: object | null, version = 1) =>
  test.as(ZOE, 'PATCH', `/api/configurations/${id}`, { version, filter });
const stored = (id: string) => test.storage.prisma.configuration.findUniqueOrThrow({ where: { id } });
/** Who received an event. */
async function receivers(given: Event): Promise<string[]> {
  await test.send([given]);
  const { prisma } = test.storage;
  const rows = await prisma.delivery.findMany({ where: await deliveriesOf(prisma, given.id) });
  return rows.map((row) => row.configurationId).sort();
}
const about = (data: Record<string, unknown>) =>
  event({ data: { title: 'Order the cake', ...data } as Event['data'] });

describe('a filter of a configuration', () => {
  it('lets only events that pass reach the channel; others are not bothered by it', async () => {
    const unfiltered = await configure();
    const bakery = await configure(all(condition('shop', 'is', 'bakery'), condition('price', 'above', 10)));
    const nobots = await configure({
      match: 'all',
      conditions: [],
      except: [condition('actor.bot', 'is', true)],
    });
    expect(await receivers(about({ shop: 'Bakery', price: 11 }))).toEqual(
      [unfiltered, bakery, nobots].sort(),
    );
    expect(await receivers(about({ shop: 'bakery', price: 9 }))).toEqual([unfiltered, nobots].sort());
    expect(await receivers(about({ actor: { bot: true } }))).toEqual([unfiltered]);
  });

  it('judges each event of a batch by itself, and keeps their order', async () => {
    const id = await configure(all(condition('shop', 'is', 'bakery')));
    const batch = ['bakery', 'garage', 'bakery', 'garage', 'bakery'].map((shop) => about({ shop }));
    const { events } = (await test.send(batch)).json();
    expect(events.map((receipt: { channels: number }) => receipt.channels)).toEqual([1, 0, 1, 0, 1]);
    const { prisma } = test.storage;
    const rows = await prisma.delivery.findMany({ orderBy: { id: 'asc' } });
    const posted = await prisma.event.findMany({
      where: { id: { in: rows.map((row) => row.eventId) } },
      orderBy: { id: 'asc' },
    });
    expect(posted.map((row) => row.sourceId)).toEqual([batch[0]?.id, batch[2]?.id, batch[4]?.id]);
    expect(new Set(rows.map((row) => row.configurationId))).toEqual(new Set([id]));
  });

  it('holds beside the limit of a tenant', async () => {
    const id = await configure(all(condition('shop', 'is', 'bakery')));
    const of = (tenantId: string, shop: string) => ({ ...about({ shop }), tenantId });
    expect(await receivers(of(ZOE.tenantId, 'bakery'))).toEqual([id]);
    expect(await receivers(of(ZOE.tenantId, 'garage'))).toEqual([]);
    expect(await receivers(of(MALLORY.tenantId, 'bakery'))).toEqual([]);
  });

  it('is read back as it was chosen, can be changed, and taken away', async () => {
    const filter = all(condition('labels', 'one of', ['urgent', 'Dringend']));
    const id = await configure(filter);
    expect((await test.as(ZOE, 'GET', `/api/configurations/${id}`)).json().filter).toEqual(filter);
    const other = all(condition('@subject', 'starts with', 'bakery/'));
    expect((await change(id, other)).json().filter).toEqual(other);
    expect(await receivers({ ...about({}), subject: 'bakery/1' })).toEqual([id]);
    expect(await receivers({ ...about({}), subject: 'garage/1' })).toEqual([]);
    expect((await change(id, null, 2)).json()).not.toHaveProperty('filter');
    expect(await receivers({ ...about({}), subject: 'garage/1' })).toEqual([id]);
  });

  it.each(['all', 'any', 'none'])(
    'without conditions (%s) is none, and costs the fan-out nothing',
    async (match) => {
      const id = await configure({ match, conditions: [] });
      expect(await stored(id)).toMatchObject({ filter: null, filterPath: null, filterVars: null });
    },
  );

  it.each([
    { match: 'some', conditions: [] },
    all(condition('shop', 'like', 'bakery')),
    all(condition('shop[*]', 'is', 'bakery')),
    all(condition('price', 'above', 'ten')),
    all(...Array.from({ length: 21 }, () => condition('shop', 'is', 'bakery'))),
  ])('like %j is refused', async (filter) => {
    expect((await create({ filter })).json().code).toBe('invalid-request');
    const id = await configure();
    expect((await change(id, filter)).json().code).toBe('invalid-request');
    expect(await stored(id)).toMatchObject({ filter: null, version: 1 });
  });
});

describe('the explanation', () => {
  const why = async (id: string, given: Event) => {
    await test.send([given]);
    const query = `source=${encodeURIComponent(given.source)}&event=${given.id}`;
    const answer = await test.as(ZOE, 'GET', `/api/configurations/${id}/explain?${query}`);
    return answer.json().steps[1];
  };
  const shop = condition('shop', 'is', 'bakery');
  const price = condition('price', 'above', 10);

  it.each([
    ['all', shop, price, { shop: 'bakery', price: 9 }, price, '"price" above "10", which does not hold.'],
    ['none', price, shop, { shop: 'bakery', price: 9 }, shop, 'leaves out events with "shop" is "bakery"'],
    ['any', shop, price, { shop: 'garage' }, shop, "None of what the channel's filter asks for holds"],
  ])(
    'names the condition of a filter (%s) that kept an event out',
    async (match, one, two, data, named, words) => {
      const id = await configure({ match, conditions: [one, two] });
      const step = await why(id, about(data));
      expect(step).toMatchObject({ code: 'filter-not-passed', facts: { match, ...named } });
      expect(step.text).toContain(words);
    },
  );

  it('names the exception that kept an event out', async () => {
    const id = await configure({ match: 'all', conditions: [shop], except: [price] });
    const step = await why(id, about({ shop: 'bakery', price: 11 }));
    expect(step).toMatchObject({ code: 'filter-not-passed', facts: { match: 'none', ...price } });
    expect(step.text).toContain('leaves out events with "price" above "10"');
  });

  it('does not blame a filter that the event passes', async () => {
    const id = await configure(all(condition('shop', 'is', 'bakery')));
    const given = about({ shop: 'garage' });
    await test.send([given]);
    await change(id, all(condition('shop', 'is', 'garage')));
    expect((await why(id, given)).code).toBe('not-wanted-then');
  });
});
