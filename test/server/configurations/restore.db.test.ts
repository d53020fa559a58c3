import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeList } from '../../../server/configurations/change-schema.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { event, events } from '../../events.ts';
import { MALLORY, YANN, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt, change');
  ({ id } = await addConfiguration(test.storage.prisma));
});
afterAll(() => test.close());

const url = (path = '') => `/api/configurations/${id}${path}`;
const remove = () => test.as(ZOE, 'DELETE', url());
const restore = (version: number, person = ZOE) => test.as(person, 'POST', url('/restore'), { version });
const states = async () =>
  (await test.storage.prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ state, reason }) => [
    state,
    reason,
  ]);
const change = (data: object) => test.storage.prisma.configuration.update({ where: { id }, data });
const kinds = async () =>
  (await test.as(ZOE, 'GET', url('/changes'))).json<ChangeList>().items.map(({ kind }) => kind);

describe('what was removed', () => {
  it('can still be read, with its history, and not be changed', async () => {
    await test.send(events(2));
    await remove();
    expect((await test.as(ZOE, 'GET', url())).json()).toMatchObject({
      state: 'removed',
      removedAt: test.clock.now.toISOString(),
      version: 2,
    });
    expect((await test.as(ZOE, 'GET', url('/deliveries'))).json().items).toHaveLength(2);
    const webhook = { url: 'https://contoso.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4' };
    for (const answer of [
      await test.as(ZOE, 'PATCH', url(), { version: 2, name: 'x' }),
      await test.as(ZOE, 'PUT', url('/destination'), webhook),
      await test.as(ZOE, 'POST', url('/pause'), {}),
      await test.as(ZOE, 'POST', url('/resume'), {}),
      await test.as(ZOE, 'POST', url('/replay'), { failed: true }),
    ])
      expectProblem(answer, 410, 'configuration-removed');
  });
});

describe('undoing a removal', () => {
  it('brings it back as it was, and what it dropped waits again', async () => {
    await test.send(events(3));
    const [first, second] = await test.storage.prisma.delivery.findMany({ orderBy: { id: 'asc' } });
    const set = (delivery: typeof first, data: object) =>
      test.storage.prisma.delivery.update({ where: { id: delivery?.id ?? 0n }, data });
    await set(first, { state: 'sent', reason: 'posted' });
    await set(second, { verdict: 'try_again', tries: 1, reason: 'retry' });
    await remove();
    test.woken.length = 0;

    const answer = await restore(2, YANN);
    expect(answer.json()).toMatchObject({ state: 'active', version: 3, updatedByName: YANN.name });
    expect(answer.json()).not.toHaveProperty('removedAt');
    expect(await states()).toEqual([
      ['sent', 'posted'],
      ['waiting', 'retry'],
      ['waiting', 'now'],
    ]);
    expect(test.woken).toEqual([id]);
  });

  it('leaves what people had dropped before', async () => {
    await test.send(events(1));
    await test.storage.prisma.delivery.updateMany({
      data: { state: 'dropped', reason: 'dropped-on-resume' },
    });
    await remove();
    await restore(2);
    expect(await states()).toEqual([['dropped', 'dropped-on-resume']]);
  });

  it('does not deliver what happened in between', async () => {
    await remove();
    await test.send([event()]);
    await restore(2);
    expect(await states()).toEqual([]);
    await test.send([event()]);
    expect(await states()).toEqual([['waiting', 'now']]);
  });

  it.each([
    ['paused', { state: 'paused', pausedAt: new Date(), pausedUntil: new Date('2026-12-24T09:00:00Z') }],
    ['broken', { state: 'broken', stateReason: 'Gone.', brokenAt: new Date() }],
  ])('of a %s one leaves it %s', async (state, data) => {
    await change(data);
    const before = (await test.as(ZOE, 'GET', url())).json();
    await remove();
    const { version, updatedAt: _at, ...restored } = (await restore(2)).json();
    expect(restored).toMatchObject({ state });
    expect(before).toMatchObject({ ...restored, version: version - 2 });
  });

  it('of another version than was read is refused', async () => {
    await remove();
    expectProblem(await restore(1), 412, 'configuration-changed');
    expectProblem(await test.as(ZOE, 'POST', url('/restore'), {}), 400, 'invalid-request');
    expect((await test.as(ZOE, 'GET', url())).json().state).toBe('removed');
  });

  it('again changes nothing, as when the first answer was lost', async () => {
    await remove();
    const first = (await restore(2)).json();
    expect((await restore(2)).json()).toEqual(first);
  });

  it('by two people at once happens once', async () => {
    await remove();
    await Promise.all([restore(2), restore(2, YANN), restore(2), restore(2, YANN)]);
    expect((await test.as(ZOE, 'GET', url())).json()).toMatchObject({ state: 'active', version: 3 });
    expect(await kinds()).toEqual(['restored', 'removed']);
  });

  it("of another organisation's is not found", async () => {
    await remove();
    expectProblem(await restore(2, MALLORY), 404, 'configuration-not-found');
    expectProblem(await test.as(MALLORY, 'GET', url('/changes')), 404, 'configuration-not-found');
  });
});

describe('the list of changes', () => {
  it('tells who did what, newest first', async () => {
    await test.as(YANN, 'PATCH', url(), { version: 1, name: 'Bakery', eventTypes: ['task.created'] });
    await test.as(ZOE, 'POST', url('/pause'), {});
    await test.as(YANN, 'POST', url('/resume'), {});
    await remove();
    await remove();
    await restore(5, YANN);
    const { items } = (await test.as(ZOE, 'GET', url('/changes'))).json<ChangeList>();
    expect(items.map(({ byName, kind, settings }) => [byName, kind, settings])).toEqual([
      [YANN.name, 'restored', []],
      [ZOE.name, 'removed', []],
      [YANN.name, 'resumed', []],
      [ZOE.name, 'paused', []],
      // Only what differs since.
      [YANN.name, 'changed', ['name']],
    ]);
    for (const { at } of items) expect(Number.isNaN(Date.parse(at))).toBe(false);
  });

  it('begins with the creation, and tells of new webhooks', async () => {
    const wanted = { creationKey: id, name: 'Tasks', eventTypes: ['task.created'], language: 'en' };
    ({ id } = (
      await test.as(ZOE, 'POST', '/api/configurations', { ...wanted, host: { kind: 'tab' } })
    ).json());
    await test.as(ZOE, 'PUT', url('/destination'), {
      url: 'https://contoso.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4',
    });
    expect(await kinds()).toEqual(['pointed', 'created']);
  });

  it('has nothing of a change that was refused', async () => {
    await test.as(YANN, 'PATCH', url(), { version: 7, name: 'Bakery' });
    await test.as(YANN, 'POST', url('/resume'), {});
    await change({ state: 'broken' });
    await test.as(YANN, 'POST', url('/pause'), {});
    expect(await kinds()).toEqual([]);
  });
});
