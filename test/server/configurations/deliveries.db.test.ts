import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { networkErrorWords } from '../../../server/destinations/network-error.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { event, events } from '../../events.ts';
import { ZOE } from '../../people.ts';

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(test.storage.prisma));
});
afterAll(() => test.close());

const list = (cursor?: string) =>
  test.as(
    ZOE,
    'GET',
    `/api/configurations/${id}/deliveries${cursor === undefined ? '' : `?cursor=${cursor}`}`,
  );

interface Page {
  items: { id: string; event: { id: string } }[];
  next?: string;
}

/** The ids of the events of all pages, one list a page. */
async function pages(): Promise<string[][]> {
  const found: string[][] = [];
  let cursor: string | undefined;
  do {
    const page: Page = (await list(cursor)).json();
    found.push(page.items.map((item) => item.event.id));
    cursor = page.next;
  } while (cursor !== undefined && found.length < 20);
  return found;
}

describe('the list of deliveries', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('has %i deliveries on pages of %j, newest first, each once', async (count, sizes) => {
    const given = count > 0 ? events(count) : [];
    if (count > 0) await test.send(given);
    const found = await pages();
    expect(found.map((page) => page.length)).toEqual(sizes);
    expect(found.flat()).toEqual(given.map((one) => one.id).reverse());
  });

  it('stays in its place while new deliveries come', async () => {
    const given = events(60);
    await test.send(given);
    const first: Page = (await list()).json();
    await test.send(events(5));
    const second: Page = (await list(first.next)).json();
    const ids = [...first.items, ...second.items].map((item) => item.event.id);
    expect(ids).toEqual(given.map((one) => one.id).reverse());
    expect(second).not.toHaveProperty('next');
  });

  it('holds the deliveries of its configuration alone', async () => {
    const other = await addConfiguration(test.storage.prisma, { eventTypes: ['task.updated'] });
    const [mine, its] = [event(), event({ type: 'task.updated' })];
    await test.send([mine, its]);
    expect(await pages()).toEqual([[mine.id]]);
    id = other.id;
    expect(await pages()).toEqual([[its.id]]);
  });

  it('tells of a delivery that waits what it is and since when', async () => {
    const given = event();
    await test.send([given]);
    const { items } = (await list()).json();
    expect(items).toEqual([
      expect.objectContaining({
        event: {
          number: expect.any(String),
          source: given.source,
          id: given.id,
          type: 'task.created',
          title: expect.stringContaining('Order the cake'),
          time: '2026-11-21T10:00:00.000Z',
        },
        state: 'waiting',
        wait: { code: 'pace' },
        tries: 0,
      }),
    ]);
    for (const name of ['verdict', 'words', 'settledAt']) expect(items[0]).not.toHaveProperty(name);
  });

  it('tells of one that was attempted what the destination said', async () => {
    await test.send([event()]);
    const at = new Date('2026-11-21T10:00:01Z');
    const attempt = await test.storage.prisma.attempt.create({
      data: {
        configurationId: id,
        startedAt: at,
        durationMs: 5,
        verdict: 'card_wrong',
        status: 400,
        words: 'Summary or Text is required.',
      },
    });
    const settled = {
      state: 'failed',
      verdict: 'card_wrong',
      tries: 1,
      attemptId: attempt.id,
      settledAt: at,
    } as const;
    await test.storage.prisma.delivery.updateMany({ data: settled });
    expect((await list()).json().items).toMatchObject([
      {
        state: 'failed',
        verdict: 'card_wrong',
        words: 'Summary or Text is required.',
        tries: 1,
        settledAt: at.toISOString(),
      },
    ]);
  });

  it('tells of one that got no answer why, as a code, and puts no words into the mouth of Teams', async () => {
    await test.send([event()]);
    const attempt = await test.storage.prisma.attempt.create({
      data: {
        configurationId: id,
        startedAt: new Date('2026-11-21T10:00:01Z'),
        durationMs: 5,
        verdict: 'try_again',
        words: networkErrorWords(Object.assign(new Error(), { code: 'ECONNREFUSED' })),
      },
    });
    await test.storage.prisma.delivery.updateMany({ data: { tries: 1, attemptId: attempt.id } });
    const [item] = (await list()).json().items;
    expect(item).toMatchObject({ noAnswer: 'connection-refused' });
    expect(item).not.toHaveProperty('words');
  });

  it('tells why each one waits, and until when', async () => {
    await test.send([event()]);
    await test.storage.prisma.configuration.update({
      where: { id },
      data: { pausedUntil: new Date('2099-12-24T09:00:00Z'), state: 'paused' },
    });
    expect((await list()).json().items[0].wait).toEqual({
      code: 'paused',
      until: '2099-12-24T09:00:00.000Z',
    });
  });

  it('tells of one on a card for many how many it carried', async () => {
    await test.send(events(2));
    const attempt = await test.storage.prisma.attempt.create({
      data: {
        configurationId: id,
        startedAt: new Date(),
        durationMs: 5,
        verdict: 'posted',
        status: 200,
        words: '1',
        kind: 'digest',
        carried: 2,
      },
    });
    await test.storage.prisma.delivery.updateMany({ data: { state: 'folded', attemptId: attempt.id } });
    expect((await list()).json().items).toMatchObject([{ carried: 2 }, { carried: 2 }]);
  });

  it('is empty beyond its end', async () => {
    await test.send([event()]);
    expect((await list('1')).json()).toEqual({ items: [], waiting: 1 });
  });

  it.each(['x', '-1', '1.5', '1e3', '0x1', `${'9'.repeat(19)}`, "1'--", '', 'a'.repeat(33)])(
    'refuses a cursor that it never gave: %j',
    async (cursor) => {
      const answer = await list(encodeURIComponent(cursor));
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request']);
    },
  );
});
