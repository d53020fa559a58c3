import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CameList } from '../../../server/configurations/event-schema.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { event } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';

const OTHER_TENANT = MALLORY.tenantId;

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp({ ENTRA_TENANTS: `${ZOE.tenantId},${OTHER_TENANT}` });
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(test.storage.prisma));
});
afterAll(() => test.close());

const ask = async (link?: string, person = ZOE, of = id) =>
  test.as(
    person,
    'GET',
    `/api/configurations/${of}/events${link === undefined ? '' : `?link=${encodeURIComponent(link)}`}`,
  );
const found = async (link?: string) => (await ask(link)).json<CameList>().items.map((item) => item.id);
const store = (given: { id: string; type?: string; data?: object; tenantId?: string }) =>
  test.storage.prisma.event.create({
    data: {
      source: '/s',
      sourceId: given.id,
      type: given.type ?? 'task.updated',
      time: new Date(),
      data: { title: 'A task', ...given.data },
      ...(given.tenantId && { tenantId: given.tenantId }),
    },
  });

describe('the events to choose from', () => {
  it('are the newest, those that the channel did not get too, and say what became of them', async () => {
    await store({ id: 'not chosen' });
    await test.send([event({ id: 'chosen' })]);
    expect((await ask()).json()).toEqual({
      items: [
        expect.objectContaining({ id: 'chosen', state: 'waiting', title: expect.any(String) }),
        expect.not.objectContaining({ state: expect.anything() }),
      ],
    });
    expect(await found()).toEqual(['chosen', 'not chosen']);
  });

  it('are those of the organisation and those for all', async () => {
    await store({ id: 'for all' });
    await store({ id: 'ours', tenantId: ZOE.tenantId });
    await store({ id: 'theirs', tenantId: OTHER_TENANT, data: { url: 'https://x.example/1' } });
    expect(await found()).toEqual(['ours', 'for all']);
    expect(await found('https://x.example/1')).toEqual([]);
    expect(await found('theirs')).toEqual([]);
  });
});

describe('a pasted link', () => {
  it('finds the events that hold it or what lies beneath it, wherever they do', async () => {
    await store({ id: 'itself', data: { url: 'https://git.example/o/r/pull/5' } });
    await store({ id: 'comment', data: { comment: { links: ['https://git.example/o/r/pull/5#issue-1'] } } });
    await store({ id: 'file', data: { deep: { url: 'https://git.example/o/r/pull/5/files?w=1' } } });
    await store({ id: 'another', data: { url: 'https://git.example/o/r/pull/51' } });
    await store({ id: 'a mention', data: { text: 'See https://git.example/o/r/pull/5' } });
    expect(await found('https://git.example/o/r/pull/5/#top')).toEqual(['file', 'comment', 'itself']);
  });

  it('is text and nothing else, whatever is in it', async () => {
    await store({ id: 'itself', data: { url: 'https://x.example/"$%_\\' } });
    expect(await found('https://x.example/"$%_\\')).toEqual(['itself']);
    expect(await found('https://x.example/"$%_\\" || 1 == 1')).toEqual([]);
  });

  it('of another channel’s card finds its event, if that channel is one of the organisation', async () => {
    await addConfiguration(test.storage.prisma, { id: 'o'.repeat(22), eventTypes: ['task.updated'] });
    await addConfiguration(test.storage.prisma, {
      id: 't'.repeat(22),
      eventTypes: ['task.updated'],
      tenantId: OTHER_TENANT,
    });
    await test.send([event({ id: 'updated', type: 'task.updated' })]);
    const [row] = await test.storage.prisma.event.findMany();
    const link = (of: string) => `https://cards.example/event?id=${of.repeat(22)}&event=${row?.id}`;
    expect(await found(link('o'))).toEqual(['updated']);
    expect(await found(link('t'))).toEqual([]);
    expect(await found(link('n'))).toEqual([]);
  });

  it('can be the id of an event', async () => {
    await store({ id: '214-7' });
    expect(await found(' 214-7 ')).toEqual(['214-7']);
    expect(await found('214')).toEqual([]);
  });

  it('that is found shows who did not look far enough', async () => {
    expect((await ask('https://x.example')).json()).toEqual({ items: [] });
    await test.storage.pool.query(
      `INSERT INTO event (source, source_id, type, time, data)
       SELECT '/s', 'n' || n, 'task.updated', now(), '{}' FROM generate_series(1, 20001) AS n`,
    );
    expect((await ask('https://x.example')).json()).toEqual({ items: [], searchedSince: expect.any(String) });
  });

  it.each(['\u0000', 'x'.repeat(2_049)])('that none can be is refused', async (link) => {
    expect((await ask(link)).json().code).toBe('invalid-request');
  });

  it('is answered to nobody of another organisation', async () => {
    expect((await ask('x', MALLORY)).json().code).toBe('configuration-not-found');
  });
});
