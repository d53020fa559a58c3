import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStep, STORM_INTERVAL_MS } from '../../../server/delivery/lane-step.ts';
import type { LaneView } from '../../../server/delivery/lane-view.ts';
import { DEFAULT_WINDOWS } from '../../../server/delivery/pace.ts';
import type { Timing } from '../../../server/delivery/schedule.ts';
import { laneView, NOON, waiting } from './lane-views.ts';

const HOUR_MS = 3_600_000;
/** What the default pace lets through in a minute. */
const CAPACITY = 120;

const HOURLY: Timing = { schedule: { kind: 'hourly' }, timeZone: 'UTC' };
const SIESTA: Timing = {
  schedule: { kind: 'immediately' },
  quietHours: { from: '11:30', to: '13:00' },
  timeZone: 'UTC',
};
const beforeNoon = (ms: number) => new Date(NOON.getTime() - ms);

const step = (change: Partial<LaneView> = {}, backlog = 1) =>
  nextStep(laneView(change), backlog, DEFAULT_WINDOWS);
const POST = { do: 'post', delivery: waiting(1) };

describe('a channel', () => {
  it('posts what waits', () => {
    expect(step()).toEqual(POST);
  });

  it('rests when nothing waits', () => {
    expect(step({ waiting: [] }, 0)).toEqual({ do: 'rest' });
  });

  it.each(['broken', 'removed'] as const)('rests while it is %s', (state) => {
    expect(step({ state })).toEqual({ do: 'rest' });
  });

  it('rests without a destination', () => {
    expect(step({ destination: undefined })).toEqual({ do: 'rest' });
  });

  it('that is held waits for the rest of the hold', () => {
    expect(step({ heldForMs: 1_500 })).toEqual({ do: 'wait', ms: 1_500 });
  });
});

describe('a pause', () => {
  it('without an end lasts until somebody ends it', () => {
    expect(step({ state: 'paused' })).toEqual({ do: 'rest' });
  });

  it('with an end is waited for, also when nothing waits to be posted', () => {
    expect(step({ state: 'paused', pausedForMs: 5_000, waiting: [] }, 0)).toEqual({ do: 'wait', ms: 5_000 });
  });

  it('ends when its time is over', () => {
    expect(step({ state: 'paused', pausedForMs: 0 })).toEqual({ do: 'resume' });
    expect(step({ state: 'paused', pausedForMs: -HOUR_MS })).toEqual({ do: 'resume' });
  });
});

describe('the schedule', () => {
  it('is waited for', () => {
    expect(step({ timing: HOURLY, now: beforeNoon(600_000), waiting: [waiting(1, at(1_800_000))] })).toEqual({
      do: 'wait',
      ms: 600_000,
    });
  });

  it('sums up on one card what waited for it', () => {
    const due = [waiting(1, at(1_800_000)), waiting(2, at(1_200_000))];
    expect(step({ timing: HOURLY, waiting: due }, 2)).toEqual({
      do: 'fold',
      kind: 'digest',
      upTo: undefined,
    });
  });

  it('posts a single event as itself', () => {
    const due = [waiting(1, at(1_800_000))];
    expect(step({ timing: HOURLY, waiting: due })).toEqual({ do: 'post', delivery: due[0] });
  });

  it('counts the first slot after acceptance, not after now', () => {
    const overdue = [waiting(1, at(3 * HOUR_MS)), waiting(2, at(60_000))];
    expect(
      step({ timing: HOURLY, waiting: overdue, now: new Date(NOON.getTime() + 60_000) }, 2),
    ).toMatchObject({ do: 'fold' });
  });

  function at(agoMs: number) {
    return { acceptedAt: beforeNoon(agoMs) };
  }
});

describe('quiet hours', () => {
  it('are waited for', () => {
    expect(step({ timing: SIESTA })).toEqual({ do: 'wait', ms: HOUR_MS });
  });

  it('also hold what was accepted before them and is late', () => {
    const late = [waiting(1, { acceptedAt: beforeNoon(HOUR_MS), tries: 3 })];
    expect(step({ timing: SIESTA, waiting: late })).toEqual({ do: 'wait', ms: HOUR_MS });
  });

  it('hold what catches up after a pause, too', () => {
    const missed = [waiting(1), waiting(2)];
    expect(step({ timing: SIESTA, waiting: missed, catchUpTo: 2n }, 2)).toEqual({ do: 'wait', ms: HOUR_MS });
  });

  it('let everything out when they end', () => {
    expect(step({ timing: SIESTA, now: new Date(NOON.getTime() + HOUR_MS) })).toEqual(POST);
  });
});

describe('after a pause', () => {
  it('what waited is summed up on one card, and nothing that came later', () => {
    const missed = [waiting(1), waiting(2), waiting(3)];
    expect(step({ catchUpTo: 2n, waiting: missed }, 3)).toEqual({ do: 'fold', kind: 'catch_up', upTo: 2n });
  });

  it('a single event is posted as itself', () => {
    expect(step({ catchUpTo: 1n })).toEqual(POST);
  });

  it('what came later is posted as always', () => {
    const later = [waiting(3), waiting(4)];
    expect(step({ catchUpTo: 2n, waiting: later }, 2)).toEqual({ do: 'post', delivery: later[0] });
  });

  it('what was missed does not wait for the schedule', () => {
    const missed = [waiting(1), waiting(2)];
    expect(step({ catchUpTo: 2n, waiting: missed, timing: HOURLY, now: beforeNoon(500) }, 2)).toMatchObject({
      do: 'fold',
      kind: 'catch_up',
    });
  });
});

describe('a storm', () => {
  it('is more than the pace lets through in a minute', () => {
    expect(step({ more: true }, CAPACITY)).toEqual(POST);
    expect(step({ more: true }, CAPACITY + 1)).toEqual({ do: 'fold', kind: 'storm', upTo: undefined });
  });

  it('begins earlier where the channel has learned to be slow', () => {
    expect(step({ more: true, gapMs: 10_000 }, 6)).toEqual(POST);
    expect(step({ more: true, gapMs: 10_000 }, 7)).toMatchObject({ do: 'fold', kind: 'storm' });
  });

  it('is summed up once a minute', () => {
    const again = (foldedAgoMs: number) => step({ more: true, foldedAgoMs }, CAPACITY + 1);
    expect(again(20_000)).toEqual({ do: 'wait', ms: STORM_INTERVAL_MS - 20_000 });
    expect(again(STORM_INTERVAL_MS)).toMatchObject({ do: 'fold', kind: 'storm' });
  });
});

const timing = fc.constantFrom<Timing>(HOURLY, SIESTA, {
  schedule: { kind: 'daily', time: '23:00' },
  timeZone: 'UTC',
});
const circumstances = {
  timing,
  catchUpTo: fc.option(fc.bigInt(1n, 9n), { nil: undefined }),
  foldedAgoMs: fc.option(fc.nat(STORM_INTERVAL_MS), { nil: undefined }),
  gapMs: fc.nat(30_000),
  more: fc.boolean(),
};
const URGENT = waiting(5, { urgent: true });

it('urgent_passes_schedule_quiet_hours_and_storm', () => {
  fc.assert(
    fc.property(fc.record(circumstances), fc.nat(100_000), (change, backlog) => {
      expect(step({ ...change, waiting: [URGENT, waiting(1)] }, backlog)).toEqual({
        do: 'post',
        delivery: URGENT,
      });
    }),
  );
});

it('urgent_passes_no_pause_and_no_hold', () => {
  const barred = fc.constantFrom<Partial<LaneView>>(
    { state: 'paused' },
    { state: 'paused', pausedForMs: 1 },
    { state: 'broken' },
    { state: 'removed' },
    { heldForMs: 1 },
    { destination: undefined },
  );
  fc.assert(
    fc.property(fc.record(circumstances), barred, (change, bar) => {
      expect(step({ ...change, ...bar, waiting: [URGENT] }).do).toMatch(/^(rest|wait)$/);
    }),
  );
});

it('a_wait_is_always_ahead: no step makes a lane spin', () => {
  const anyTime = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.record(circumstances),
      anyTime,
      anyTime,
      fc.nat(300),
      (change, now, acceptedAt, backlog) => {
        const found = step({ ...change, now, waiting: [waiting(1, { acceptedAt })] }, backlog);
        if (found.do === 'wait') expect(found.ms).toBeGreaterThan(0);
      },
    ),
  );
});
