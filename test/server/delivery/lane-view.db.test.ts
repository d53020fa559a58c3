import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaneView, readLanes, VIEW_SIZE } from '../../../server/delivery/lane-view.ts';
import { type Channels, openChannels } from './channels.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

async function read(id: string): Promise<LaneView> {
  const view = (await readLanes(channels.pool, [id])).get(id);
  if (!view) throw new Error('the lane was not read');
  return view;
}
const ahead = (ms: number) => new Date(Date.now() + ms);
const MINUTE_MS = 60_000;
/** For a slow machine: what passes between writing a moment and reading it. */
const SLACK_MS = 10_000;

describe('a lane', () => {
  it('is read with its deliveries in order of acceptance, urgent ones first', async () => {
    const id = await channels.add();
    const early = await channels.wait(id, 2);
    const urgent = await channels.wait(id, 2, { urgent: true });
    const late = await channels.wait(id, 1, { tries: 3 });
    const { waiting, more } = await read(id);
    expect(waiting.map((delivery) => delivery.id)).toEqual([...urgent, ...early, ...late]);
    expect(waiting.map((delivery) => delivery.urgent)).toEqual([true, true, false, false, false]);
    expect(waiting.at(-1)).toMatchObject({ tries: 3 });
    expect(more).toBe(false);
  });

  it('is read with what waits alone, and says when each was accepted and of which event it tells', async () => {
    const id = await channels.add();
    const acceptedAt = new Date('2026-11-21T10:00:00.123Z');
    for (const state of ['sent', 'folded', 'failed', 'dropped', 'expired'] as const) {
      await channels.wait(id, 1, { state });
    }
    const [waits] = await channels.wait(id, 1, { createdAt: acceptedAt });
    const stored = (await channels.deliveries(id)).at(-1);
    expect((await read(id)).waiting).toEqual([
      { id: waits, eventId: stored?.eventId, tries: 0, urgent: false, acceptedAt },
    ]);
  });

  it('is read with its next few deliveries, and says when there are more', async () => {
    const id = await channels.add();
    const ids = await channels.wait(id, VIEW_SIZE);
    expect(await read(id)).toMatchObject({ more: false });
    await channels.wait(id, 1);
    const view = await read(id);
    expect(view.more).toBe(true);
    expect(view.waiting.map((delivery) => delivery.id)).toEqual(ids);
  });

  it('tells every wait in milliseconds', async () => {
    const view = await read(
      await channels.add({
        state: 'paused',
        pausedUntil: ahead(90_000),
        holdUntil: ahead(30_000),
        foldedAt: ahead(-20_000),
      }),
    );
    for (const [found, ms] of [
      [view.pausedForMs, 90_000],
      [view.heldForMs, 30_000],
      [view.foldedAgoMs, 20_000],
    ] as const) {
      expect(found).toBeGreaterThan(ms - SLACK_MS);
      expect(found).toBeLessThan(ms + SLACK_MS);
    }
  });

  it('whose pause is over tells a wait below nothing, and a hold that is over none', async () => {
    const view = await read(
      await channels.add({ state: 'paused', pausedUntil: ahead(-MINUTE_MS), holdUntil: ahead(-MINUTE_MS) }),
    );
    expect(view.pausedForMs).toBeLessThan(0);
    expect(view.heldForMs).toBe(0);
  });

  it('of a plain channel has nothing that it does not have', async () => {
    expect(await read(await channels.add({ destinationUrl: null, destinationKind: null }))).toMatchObject({
      state: 'active',
      pausedForMs: undefined,
      foldedAgoMs: undefined,
      catchUpTo: undefined,
      heldForMs: 0,
      destination: undefined,
      timing: { schedule: { kind: 'immediately' }, timeZone: 'UTC' },
      waiting: [],
    });
  });

  it('is read as its people configured it', async () => {
    const id = await channels.add({
      language: 'fr',
      schedule: { kind: 'daily', time: '08:00' },
      quietHours: { from: '22:00', to: '07:00' },
      timeZone: 'Europe/Paris',
      catchUpTo: 12n,
      gapMs: 500,
    });
    expect(await read(id)).toMatchObject({
      language: 'fr',
      timing: {
        schedule: { kind: 'daily', time: '08:00' },
        quietHours: { from: '22:00', to: '07:00' },
        timeZone: 'Europe/Paris',
      },
      catchUpTo: 12n,
      gapMs: 500,
      destination: { kind: 'workflow', sealedUrl: 'sealed' },
    });
  });
});

it('lanes that are read together do not mix, and one that is gone is missing', async () => {
  const [one, other] = [await channels.add(), await channels.add()];
  const [[ofOne], [ofOther]] = [await channels.wait(one, 1), await channels.wait(other, 1)];
  const views = await readLanes(channels.pool, [one, 'no-such-id', other]);
  expect([...views.keys()].sort()).toEqual([one, other].sort());
  expect(views.get(one)?.waiting.map(({ id }) => id)).toEqual([ofOne]);
  expect(views.get(other)?.waiting.map(({ id }) => id)).toEqual([ofOther]);
});
