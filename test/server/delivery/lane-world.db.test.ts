import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptReport } from '../../../server/delivery/attempt-report.ts';
import { type Bodies, CardError } from '../../../server/delivery/bodies.ts';
import { createGate } from '../../../server/delivery/gate.ts';
import { readLanes } from '../../../server/delivery/lane-view.ts';
import { createLaneWorld, type LaneWorldOptions } from '../../../server/delivery/lane-world.ts';
import { DEFAULT_WINDOWS, FRESH_PACE, nextPostAt } from '../../../server/delivery/pace.ts';
import { recordAttempts } from '../../../server/delivery/record.ts';
import type { Poster } from '../../../server/destinations/post.ts';
import { createVault } from '../../../server/storage/vault.ts';
import { newId } from '../../configuration-row.ts';
import { attemptAt, type Channels, openChannels } from './channels.ts';
import { response } from './engine-rig.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

const vault = createVault([Buffer.alloc(32, 1)]);
const plainBodies: Bodies = { remember() {}, ofEvent: async () => 'a card', ofDigest: () => 'a digest' };

/** A world over webhooks that accept, and what was posted. */
function newWorld(change: Partial<LaneWorldOptions> = {}) {
  const posts: string[] = [];
  const errors: unknown[] = [];
  const poster: Poster = {
    async post(_url, body) {
      posts.push(body);
      return response(202);
    },
    close: async () => {},
  };
  const world = createLaneWorld({
    pool: channels.pool,
    vault,
    poster,
    bodies: plainBodies,
    windows: DEFAULT_WINDOWS,
    gate: createGate(10),
    mayPost: () => true,
    mayNap: () => true,
    heldForMs: () => 3_600_000,
    now: () => new Date(),
    random: () => 0,
    signal: new AbortController().signal,
    onAttempt() {},
    onError: (error) => errors.push(error),
    ...change,
  });
  return { world, posts, errors };
}

/** A channel with two deliveries, as it is read before a post. */
async function readChannel() {
  const id = newId();
  await channels.add({ id, destinationUrl: vault.seal('https://webhook.example', id) });
  await channels.wait(id, 2);
  const view = (await readLanes(channels.pool, [id])).get(id);
  const head = view?.waiting[0];
  if (!view || !head) throw new Error('the channel was not read');
  return { id, view, head };
}
const states = async (id: string) => (await channels.deliveries(id)).map(({ state }) => state);
const attempts = (configurationId: string) =>
  channels.prisma.attempt.findMany({ where: { configurationId } });

describe('a card', () => {
  it('that cannot be made is parked as failed, and the channel goes on', async () => {
    const { id, view, head } = await readChannel();
    const { world, posts } = newWorld({
      bodies: { ...plainBodies, ofEvent: () => Promise.reject(new CardError('no such event')) },
    });
    expect(await world.post(view, head, FRESH_PACE)).toMatchObject({ goesOn: true });
    expect(await states(id)).toEqual(['failed', 'waiting']);
    expect(await attempts(id)).toMatchObject([{ verdict: 'card_wrong', status: null }]);
    expect(posts).toEqual([]);
  });

  it('whose event cannot be read for the moment keeps waiting', async () => {
    const { id, view, head } = await readChannel();
    const { world } = newWorld({
      bodies: { ...plainBodies, ofEvent: () => Promise.reject(new Error('no database')) },
    });
    await expect(world.post(view, head, FRESH_PACE)).rejects.toThrow('no database');
    expect(await states(id)).toEqual(['waiting', 'waiting']);
    expect(await attempts(id)).toEqual([]);
  });
});

describe('an attempt', () => {
  it('is written once the database is back, and not made again', async () => {
    const { id, view, head } = await readChannel();
    let failures = 1;
    const pool = Object.assign(Object.create(channels.pool), {
      query: (...query: Parameters<typeof channels.pool.query>) =>
        failures-- > 0 ? Promise.reject(new Error('no database')) : channels.pool.query(...query),
    });
    const { world, posts, errors } = newWorld({ pool });
    await world.post(view, head, FRESH_PACE);
    expect(posts).toEqual(['a card']);
    expect(errors).toMatchObject([{ message: 'no database' }]);
    expect(await states(id)).toEqual(['sent', 'waiting']);
  });

  it('is not made when the node has lost the lane', async () => {
    const { id, view, head } = await readChannel();
    const { world, posts } = newWorld({ mayPost: () => false });
    expect(await world.post(view, head, FRESH_PACE)).toEqual({ pace: FRESH_PACE, goesOn: false });
    expect(await world.fold(view, { do: 'fold', kind: 'storm', upTo: undefined }, FRESH_PACE)).toMatchObject({
      goesOn: false,
    });
    expect(posts).toEqual([]);
    expect(await states(id)).toEqual(['waiting', 'waiting']);
  });

  it('that a stop cuts off leaves its delivery to the next node', async () => {
    const { id, view, head } = await readChannel();
    const stop = new AbortController();
    const poster: Poster = {
      async post() {
        stop.abort();
        return { kind: 'no-response', error: 'aborted' };
      },
      close: async () => {},
    };
    const { world } = newWorld({ poster, signal: stop.signal });
    expect(await world.post(view, head, FRESH_PACE)).toMatchObject({ goesOn: false });
    expect(await states(id)).toEqual(['waiting', 'waiting']);
    expect(await attempts(id)).toEqual([]);
  });

  it('whose configuration is removed meanwhile leaves it removed, with its deliveries dropped', async () => {
    const { id, view, head } = await readChannel();
    const poster: Poster = {
      async post() {
        await channels.prisma.configuration.update({ where: { id }, data: { state: 'removed' } });
        await channels.prisma.delivery.updateMany({
          where: { configurationId: id },
          data: { state: 'dropped', reason: 'configuration-removed' },
        });
        return response(410);
      },
      close: async () => {},
    };
    await newWorld({ poster }).world.post(view, head, FRESH_PACE);
    expect(await channels.configuration(id)).toMatchObject({ state: 'removed' });
    expect(await states(id)).toEqual(['dropped', 'dropped']);
    expect(await attempts(id)).toMatchObject([{ verdict: 'dead' }]);
  });

  it('that two nodes made at the same delivery settles it once, and both can be seen', async () => {
    const { id, view, head } = await readChannel();
    await Promise.all([newWorld(), newWorld()].map(({ world }) => world.post(view, head, FRESH_PACE)));
    expect(await channels.deliveries(id)).toMatchObject([{ state: 'sent', tries: 1 }, { state: 'waiting' }]);
    expect(await attempts(id)).toHaveLength(2);
  });
});

describe('the pace of a lane that comes from another node', () => {
  const windows = [{ posts: 2, ms: 10_000 }];

  it('counts what was posted there', async () => {
    const { id, view, head } = await readChannel();

    await recordAttempts(channels.pool, [attemptAt(id, head.id, { startedAgoMs: 4_000, durationMs: 1_000 })]);
    const { world } = newWorld({ windows, heldForMs: () => 0 });
    const pace = await world.startPace(view);
    expect(pace.endedAt).toHaveLength(2);
    const waitMs = nextPostAt(pace, windows) - performance.now();
    expect(waitMs).toBeGreaterThan(4_000);
    expect(waitMs).toBeLessThanOrEqual(7_100);
  });

  it('reckons with a post that its node could not write down', async () => {
    const { view } = await readChannel();
    const pace = await newWorld({ windows: [{ posts: 1, ms: 10_000 }], heldForMs: () => 0 }).world.startPace(
      view,
    );
    expect(nextPostAt(pace, [{ posts: 1, ms: 10_000 }]) - performance.now()).toBeGreaterThan(5_000);
  });

  it('is fresh when nobody else can have posted within its windows', async () => {
    const { view } = await readChannel();
    expect(await newWorld({ windows }).world.startPace({ ...view, gapMs: 700 })).toEqual({
      endedAt: [],
      gapMs: 700,
    });
  });
});

it('the pace of a lane that was forgotten meanwhile counts its own posts, where windows are long', async () => {
  const { id, view, head } = await readChannel();
  await recordAttempts(channels.pool, [attemptAt(id, head.id, { startedAgoMs: 120_000, durationMs: 0 })]);
  const windows = [{ posts: 1, ms: 3_600_000 }];
  const pace = await newWorld({ windows, heldForMs: () => 7_200_000 }).world.startPace(view);
  expect(pace.endedAt).toHaveLength(1);
  const waitMs = nextPostAt(pace, windows) - performance.now();
  expect(waitMs).toBeGreaterThan(3_400_000);
  expect(waitMs).toBeLessThanOrEqual(3_480_000);
});

describe('who watches is told of an attempt', () => {
  const acceptedAgo = (ms: number, from: Date) => () => new Date(from.getTime() + ms);

  it('at one delivery: its event, how often it was tried, and how long it took since its acceptance', async () => {
    const { id, view, head } = await readChannel();
    const reports: AttemptReport[] = [];
    const { world } = newWorld({
      now: acceptedAgo(1_500, head.acceptedAt),
      onAttempt: (report) => reports.push(report),
    });
    await world.post(view, head, FRESH_PACE);
    expect(reports).toMatchObject([
      {
        configurationId: id,
        kind: 'single',
        attempt: { status: 202, judgement: { verdict: 'accepted' } },
        tries: 1,
        willRetry: false,
        sinceAcceptanceMs: 1_500,
        eventIds: [head.eventId],
      },
    ]);
  });

  it('that is to be repeated, whatever the clocks say', async () => {
    const { view, head } = await readChannel();
    const reports: AttemptReport[] = [];
    const poster: Poster = { post: async () => response(503), close: async () => {} };
    const { world } = newWorld({
      poster,
      now: acceptedAgo(-60_000, head.acceptedAt),
      onAttempt: (report) => reports.push(report),
    });
    await world.post(view, { ...head, tries: 4 }, FRESH_PACE);
    expect(reports).toMatchObject([{ tries: 5, willRetry: true, sinceAcceptanceMs: 0 }]);
  });

  it('at a summary: all that it carried, without the urgent ones', async () => {
    const { id, view } = await readChannel();
    const [urgent] = await channels.wait(id, 1, { urgent: true });
    const read = (await readLanes(channels.pool, [id])).get(id);
    if (!read) throw new Error('the channel was not read');
    const reports: AttemptReport[] = [];
    const { world } = newWorld({ onAttempt: (report) => reports.push(report) });
    await world.fold(read, { do: 'fold', kind: 'digest', upTo: undefined }, FRESH_PACE);
    expect(reports).toMatchObject([{ kind: 'digest', eventIds: view.waiting.map(({ eventId }) => eventId) }]);
    expect(read.waiting[0]?.id).toBe(urgent);
  });
});
