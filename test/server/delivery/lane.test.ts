import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../server/delivery/lane.ts';
import { VIEW_SIZE, type Waiting } from '../../../server/delivery/lane-view.ts';
import { DEFAULT_WINDOWS } from '../../../server/delivery/pace.ts';
import { type Deed, type FakeLaneWorld, fakeLaneWorld, POST_MS } from './fake-lane-world.ts';
import { waiting } from './lane-views.ts';

const MINUTE_MS = 60_000;
const queueOf = (count: number) => Array.from({ length: count }, (_, index) => waiting(index + 1));
const laneWith = (queue: Waiting[]) => fakeLaneWorld(DEFAULT_WINDOWS, queue);
const posts = ({ deeds }: FakeLaneWorld) => deeds.filter((deed) => deed.did === 'post');
const folds = ({ deeds }: FakeLaneWorld) => deeds.filter((deed) => deed.did === 'fold');
const postedIds = (fake: FakeLaneWorld) => posts(fake).map(({ id }) => id);
const did = ({ deeds }: FakeLaneWorld) => deeds.map((deed) => deed.did);
const numbers = (from: number, to: number) =>
  queueOf(to)
    .slice(from - 1)
    .map(({ id }) => Number(id));

describe('a lane', () => {
  it('posts everything in order, reading on when it runs dry', async () => {
    const fake = laneWith(queueOf(2 * VIEW_SIZE + 5));
    await fake.serveAll();
    expect(postedIds(fake)).toEqual(numbers(1, 2 * VIEW_SIZE + 5));
    expect(did(fake).filter((what) => what === 'read')).toHaveLength(3);
  });

  it('of a configuration that is gone has nothing to do', async () => {
    const fake = laneWith([]);
    fake.queue = undefined;
    await expect(serve(fake.world, fake.lane)).resolves.toBeUndefined();
    expect(did(fake)).toEqual(['read']);
  });

  it('that this node may not serve is not even read', async () => {
    const fake = laneWith(queueOf(1));
    fake.mayPost = false;
    await expect(serve(fake.world, fake.lane)).resolves.toBeUndefined();
    expect(did(fake)).toEqual([]);
  });

  it.each(['paused', 'broken'] as const)(
    'that is %s rests after one read, however much waits',
    async (state) => {
      const fake = laneWith(queueOf(VIEW_SIZE + 1));
      fake.row = { state };
      await expect(serve(fake.world, fake.lane)).resolves.toBeUndefined();
      expect(did(fake)).toEqual(['read']);
    },
  );

  it('that cannot be read fails, to be tried again', async () => {
    const fake = laneWith(queueOf(1));
    const world = { ...fake.world, read: () => Promise.reject(new Error('no database')) };
    await expect(serve(world, fake.lane)).rejects.toThrow('no database');
  });

  it('stops before its next post when this node loses it', async () => {
    const fake = laneWith(queueOf(3));
    fake.outcomes = [
      {
        during() {
          fake.mayPost = false;
        },
      },
    ];
    await expect(serve(fake.world, fake.lane)).resolves.toBeUndefined();
    expect(postedIds(fake)).toEqual([1]);
  });
});

it('keeps the pace also when timers fire early', async () => {
  const fake = laneWith(queueOf(5));
  const { sleep } = fake.world;
  fake.world.sleep = (ms) => sleep(ms > 5 ? ms - 3 : ms);
  await fake.serveAll();
  const [first, ...others] = posts(fake);
  const fifth = others.at(3);
  expect((fifth?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000 + POST_MS);
});

it('gives up its place while it keeps its pace, when another lane waits for it', async () => {
  const fake = laneWith(queueOf(5));
  fake.mayNap = false;
  const rest = await serve(fake.world, fake.lane);
  expect(postedIds(fake)).toEqual([1, 2, 3, 4]);
  expect(rest).toBeGreaterThan(0);
  expect(rest).toBeLessThanOrEqual(1_000);
});

describe('a lane that is woken', () => {
  it('during a post is read again before the next post', async () => {
    const fake = laneWith(queueOf(3));
    fake.outcomes = [{ during: () => wake(fake) }];
    await fake.serveAll();
    expect(did(fake)).toEqual(['read', 'post', 'read', 'post', 'post']);
  });

  it('while it keeps its pace is read again before the next post', async () => {
    const fake = laneWith(queueOf(5));
    const { sleep } = fake.world;
    fake.world.sleep = async (ms) => {
      await sleep(ms);
      if (posts(fake).length === 4) wake(fake);
      fake.world.sleep = sleep;
    };
    await fake.serveAll();
    expect(did(fake)).toEqual(['read', 'post', 'post', 'post', 'post', 'read', 'post']);
  });

  it('with something urgent posts that first', async () => {
    const fake = laneWith(queueOf(3));
    fake.outcomes = [
      {
        during() {
          fake.queue?.unshift(waiting(9, { urgent: true }));
          wake(fake);
        },
      },
    ];
    await fake.serveAll();
    expect(postedIds(fake)).toEqual([1, 9, 2, 3]);
  });

  it('while it decides to wait looks again at once', async () => {
    const fake = laneWith(queueOf(1));
    fake.hold(MINUTE_MS);
    const { read } = fake.world;
    fake.world.read = async (id) => {
      const view = await read(id);
      wake(fake);
      return view;
    };
    await expect(serve(fake.world, fake.lane)).resolves.toBe(0);
  });

  function wake(fake: FakeLaneWorld): void {
    fake.lane.woken = true;
  }
});

describe('a hold', () => {
  it('ends the run with its wait, and the same delivery is posted again before the others', async () => {
    const fake = laneWith(queueOf(2));
    fake.outcomes = [{ holdMs: 2_000 }];
    await expect(serve(fake.world, fake.lane)).resolves.toBe(2_000);
    await fake.serveAll();
    expect(postedIds(fake)).toEqual([1, 1, 2]);
    expect(posts(fake)[1]?.at).toBeGreaterThanOrEqual(POST_MS + 2_000);
  });
});

describe('a pause whose time is over', () => {
  it('is ended, and the lane is read again as its people chose', async () => {
    const fake = laneWith(queueOf(1));
    fake.row = { state: 'paused', pausedForMs: 0 };
    await fake.serveAll();
    expect(did(fake)).toEqual(['read', 'resume', 'read', 'post']);
  });
});

describe('a summary', () => {
  it('carries all that waits, and the lane is read again after it', async () => {
    const fake = laneWith(queueOf(121));
    await fake.serveAll();
    expect(folds(fake).map(({ ids }) => ids)).toEqual([numbers(1, 121)]);
    expect(did(fake)).toEqual(['read', 'fold', 'read']);
  });

  it('is not made when the minute’s pace is enough', async () => {
    const fake = laneWith(queueOf(120));
    await fake.serveAll();
    expect(postedIds(fake)).toEqual(numbers(1, 120));
  });

  it('follows at once on urgent ones: they do not count as the storm’s', async () => {
    const urgent = [waiting(201, { urgent: true }), waiting(202, { urgent: true })];
    const fake = laneWith([...urgent, ...queueOf(121)]);
    await fake.serveAll();
    expect(did(fake).filter((what) => what !== 'read')).toEqual(['post', 'post', 'fold']);
  });
});

it('a long wait for the pace ends the run, and a short one does not', async () => {
  const slow = laneWith(queueOf(2));
  slow.row = { gapMs: 30_000 };
  await expect(serve(slow.world, slow.lane)).resolves.toBeGreaterThan(20_000);
  const quick = laneWith(queueOf(5));
  await expect(serve(quick.world, quick.lane)).resolves.toBeUndefined();
  expect(postedIds(quick)).toEqual(numbers(1, 5));
});

const outcomes = fc.array(
  fc.record({
    throttled: fc.boolean(),
    holdMs: fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: undefined }),
  }),
  { maxLength: 30 },
);
const toOutcome = ({ throttled, holdMs }: { throttled: boolean; holdMs: number | undefined }) => ({
  throttled,
  ...(holdMs !== undefined && { holdMs }),
});

/** What left the queue for good, in order: the last post of each delivery, and what was folded. */
function delivered(deeds: readonly Deed[]): number[] {
  const told = deeds.flatMap((deed) =>
    deed.did === 'post' ? [deed.id] : deed.did === 'fold' ? deed.ids : [],
  );
  return told.filter((id, index) => told.indexOf(id, index + 1) === -1);
}

it('everything_is_told_once_and_in_order, whatever the answers are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 160 }), outcomes, async (count, answers) => {
      const fake = laneWith(queueOf(count));
      fake.outcomes = answers.map(toOutcome);
      await fake.serveAll();
      expect(delivered(fake.deeds)).toEqual(numbers(1, count));
      expect(fake.queue).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it('the_pace_is_never_passed, whatever the answers are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 120 }), outcomes, async (count, answers) => {
      const fake = laneWith(queueOf(count));
      fake.outcomes = answers.map(toOutcome);
      await fake.serveAll();
      const told = fake.deeds.filter((deed) => deed.did === 'post' || deed.did === 'fold');
      for (const { posts: most, ms } of DEFAULT_WINDOWS) {
        for (const [index, { at }] of told.entries()) {
          const later = told[index + most];
          if (later) expect(later.at - at).toBeGreaterThanOrEqual(ms);
        }
      }
    }),
    { numRuns: 50 },
  );
});
