import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../../server/cards/digest-card.ts';
import { readFold } from '../../../server/delivery/fold.ts';
import type { LaneView } from '../../../server/delivery/lane-view.ts';
import { consequenceOf } from '../../../server/delivery/outcome.ts';
import { type FoldRecord, recordFold } from '../../../server/delivery/record.ts';
import type { Judgement } from '../../../server/destinations/verdict.ts';
import { attemptAt, type Channels, openChannels } from './channels.ts';
import { laneView } from './lane-views.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

const DAYS_AGO = new Date(Date.now() - 3 * 24 * 3_600_000);

describe('a summary', () => {
  /** What the summary's card would be made of. */
  async function digestOf(id: string, upTo?: bigint, view: Partial<LaneView> = {}) {
    const seen: Digest[] = [];
    const bodies = {
      remember() {},
      ofEvent: () => Promise.reject(new Error('not for a summary')),
      ofDigest(digest: Digest) {
        seen.push(digest);
        return 'the card';
      },
    };
    const fold = await readFold(channels.pool, bodies, laneView({ id, ...view }), 'storm', upTo);
    return { fold, digest: seen[0] };
  }

  it('counts what waits by type, most first, urgent ones and what is settled left out', async () => {
    const id = await channels.add();
    const updated = await channels.wait(id, 1);
    await retype(updated, 'task.updated');
    const ids = await channels.wait(id, 2);
    await channels.wait(id, 1, { urgent: true });
    await channels.wait(id, 1, { state: 'sent' });
    const { fold, digest } = await digestOf(id);
    expect(fold?.body).toBe('the card');
    expect(new Set(fold?.deliveryIds)).toEqual(new Set([...updated, ...ids]));
    expect(digest).toMatchObject({
      kind: 'storm',
      counts: [
        { type: 'task.created', source: 'https://tasks.example', count: 2 },
        { type: 'task.updated', source: 'https://tasks.example', count: 1 },
      ],
    });
  });

  it('counts each source apart', async () => {
    const id = await channels.add();
    const ids = await channels.wait(id, 3);
    await change(ids.slice(0, 1), { source: 'https://other.example' });
    expect((await digestOf(id)).digest?.counts).toEqual([
      { type: 'task.created', source: 'https://tasks.example', count: 2 },
      { type: 'task.created', source: 'https://other.example', count: 1 },
    ]);
  });

  it('names the ten newest of each type, newest first', async () => {
    const id = await channels.add();
    const ids = await channels.wait(id, 16);
    const updated = ids.slice(0, 4);
    await retype(updated, 'task.updated');
    const events = await channels.prisma.event.findMany({
      where: await carriedBy([...updated, ...ids.slice(6)]),
      orderBy: { id: 'desc' },
    });
    const { digest } = await digestOf(id);
    expect(digest?.newest.map((event) => event.id)).toEqual(events.map(({ sourceId }) => sourceId));
    expect(digest?.counts.map(({ count }) => count)).toEqual([12, 4]);
  });

  it('tells the schedule that it follows, and when it is made', async () => {
    const id = await channels.add();
    await channels.wait(id, 2);
    const view = laneView({ id });
    const hourly = { timing: { ...view.timing, schedule: { kind: 'hourly' as const } } };
    expect((await digestOf(id, undefined, hourly)).digest).toMatchObject({ every: 'hourly', at: view.now });
    expect((await digestOf(id)).digest?.every).toBeUndefined();
  });

  it('begins when the oldest of them came', async () => {
    const id = await channels.add();
    await channels.wait(id, 1);
    await channels.wait(id, 1, { createdAt: DAYS_AGO });
    expect((await digestOf(id)).digest?.since).toEqual(DAYS_AGO);
  });

  it('ends with the delivery that it is asked for', async () => {
    const id = await channels.add();
    const [first, second] = await channels.wait(id, 3);
    const { fold, digest } = await digestOf(id, second);
    expect(new Set(fold?.deliveryIds)).toEqual(new Set([first, second]));
    expect(digest?.counts).toMatchObject([{ type: 'task.created', count: 2 }]);
  });

  it('is not made when nothing waits, or nobody would get it', async () => {
    const id = await channels.add();
    await channels.wait(id, 1, { urgent: true });
    expect((await digestOf(id)).fold).toBeUndefined();
    await channels.wait(id, 1);
    expect((await digestOf(id, undefined, { destination: undefined })).fold).toBeUndefined();
  });

  const retype = (ids: bigint[], type: string) => change(ids, { type });

  async function change(ids: bigint[], data: { type: string } | { source: string }) {
    await channels.prisma.event.updateMany({ where: await carriedBy(ids), data });
  }

  async function carriedBy(ids: bigint[]) {
    const rows = await channels.prisma.delivery.findMany({ where: { id: { in: ids } } });
    return { id: { in: rows.map((row) => row.eventId) } };
  }
});

describe('the attempt at a summary', () => {
  const folded = (
    id: string,
    ids: bigint[],
    judgement: Judgement,
    change: Partial<FoldRecord> = {},
  ): FoldRecord => ({
    ...attemptAt(id, ids[0] ?? 0n),
    judgement,
    consequence: consequenceOf(judgement, 1, 0),
    kind: 'storm',
    deliveryIds: ids,
    ...change,
  });
  const attempts = (configurationId: string) =>
    channels.prisma.attempt.findMany({ where: { configurationId }, orderBy: { id: 'asc' } });
  const states = async (id: string) =>
    (await channels.deliveries(id)).map(({ state, reason }) => [state, reason]);

  it('carries all that were on the card, and each points to it', async () => {
    const [id, other] = [await channels.add(), await channels.add()];
    await channels.wait(other, 1);
    const [urgent = 0n] = await channels.wait(id, 1, { urgent: true });
    const ids = await channels.wait(id, 3);
    const [later = 0n] = await channels.wait(id, 1);
    await recordFold(channels.pool, folded(id, ids, { verdict: 'posted', words: '1', contextId: 'tcid=1' }));
    const [attempt] = await attempts(id);
    expect(attempt).toMatchObject({ kind: 'storm', carried: 3, verdict: 'posted', contextId: 'tcid=1' });
    const rows = new Map((await channels.deliveries(id)).map((row) => [row.id, row]));
    for (const carried of ids) {
      expect(rows.get(carried)).toMatchObject({
        state: 'folded',
        reason: 'storm',
        verdict: 'posted',
        tries: 1,
        attemptId: attempt?.id,
        settledAt: expect.any(Date),
      });
    }
    for (const left of [urgent, later])
      expect(rows.get(left)).toMatchObject({ state: 'waiting', attemptId: null });
    expect(await states(other)).toEqual([['waiting', 'now']]);
    expect((await channels.configuration(id)).foldedAt).toBeInstanceOf(Date);
  });

  it.each([
    ['storm', 'storm'],
    ['digest', 'digest'],
    ['catch_up', 'catch-up'],
  ] as const)('says why it was one: %s', async (kind, reason) => {
    const id = await channels.add({ catchUpTo: 1n });
    const ids = await channels.wait(id, 1);
    await recordFold(channels.pool, folded(id, ids, { verdict: 'accepted', words: '' }, { kind }));
    expect(await states(id)).toEqual([['folded', reason]]);
    expect((await channels.configuration(id)).catchUpTo).toBeNull();
  });

  it('that failed for the moment leaves everything waiting, to be summed up anew', async () => {
    const id = await channels.add({ catchUpTo: 99n });
    const ids = await channels.wait(id, 2);
    await recordFold(channels.pool, folded(id, ids, { verdict: 'try_again', words: 'busy' }));
    expect(await states(id)).toEqual([
      ['waiting', 'retry'],
      ['waiting', 'retry'],
    ]);
    expect(await channels.configuration(id)).toMatchObject({
      holdUntil: expect.any(Date),
      foldedAt: null,
      catchUpTo: 99n,
    });
  });

  it('at a dead destination breaks the configuration and keeps the queue', async () => {
    const id = await channels.add();
    const ids = await channels.wait(id, 2);
    await recordFold(channels.pool, folded(id, ids, { verdict: 'dead', words: 'gone' }));
    expect(await channels.configuration(id)).toMatchObject({
      state: 'broken',
      stateReason: 'gone',
      brokenAt: expect.any(Date),
    });
    expect((await states(id)).map(([state]) => state)).toEqual(['waiting', 'waiting']);
  });

  it('that was the last one gives up what has waited as long, and the younger go on', async () => {
    const id = await channels.add();
    const old = await channels.wait(id, 2, { createdAt: DAYS_AGO });
    const young = await channels.wait(id, 1);
    const consequence = consequenceOf({ verdict: 'try_again', words: '' }, 100, 0);
    expect(consequence.exhausted).toBe(true);
    await recordFold(
      channels.pool,
      folded(id, [...old, ...young], { verdict: 'try_again', words: 'busy' }, { consequence }),
    );
    expect(await states(id)).toEqual([
      ['failed', 'attempts-used-up'],
      ['failed', 'attempts-used-up'],
      ['waiting', 'retry'],
    ]);
    expect((await channels.deliveries(id)).at(-1)?.settledAt).toBeNull();
  });

  it('at a destination that was replaced meanwhile neither breaks nor holds the channel', async () => {
    for (const verdict of ['dead', 'try_again'] as const) {
      const id = await channels.add({ destinationUrl: 'v1.key.the-new-one' });
      const ids = await channels.wait(id, 2);
      await recordFold(channels.pool, folded(id, ids, { verdict, words: '' }));
      expect(await channels.configuration(id)).toMatchObject({ state: 'active', holdUntil: null });
    }
  });

  it('does not carry what was replayed meanwhile: it was not on the card', async () => {
    const id = await channels.add();
    const [replayed] = await channels.wait(id, 1, { reason: 'replayed' });
    const ids = await channels.wait(id, 2);
    await recordFold(channels.pool, folded(id, ids, { verdict: 'posted', words: '1' }));
    expect(await states(id)).toEqual([
      ['waiting', 'replayed'],
      ['folded', 'storm'],
      ['folded', 'storm'],
    ]);
    expect(await attempts(id)).toMatchObject([
      { carried: 2, firstDeliveryId: ids[0], lastDeliveryId: ids[1] },
    ]);
    expect(replayed).toBeLessThan(ids[0] ?? 0n);
  });

  it('carries nothing that was dropped meanwhile', async () => {
    const id = await channels.add({ state: 'removed' });
    const ids = await channels.wait(id, 2, { state: 'dropped', reason: 'configuration-removed' });
    await recordFold(channels.pool, folded(id, ids, { verdict: 'dead', words: 'gone\0' }));
    expect(await attempts(id)).toMatchObject([{ carried: 0 }]);
    expect((await states(id)).map(([state]) => state)).toEqual(['dropped', 'dropped']);
    expect(await channels.configuration(id)).toMatchObject({ state: 'removed' });
  });
});
