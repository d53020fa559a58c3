import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterPost,
  capacity,
  DEFAULT_WINDOWS,
  FRESH_PACE,
  nextPostAt,
  type PaceWindow,
} from '../../../server/delivery/pace.ts';

const windows = fc.array(
  fc.record({ posts: fc.integer({ min: 1, max: 50 }), ms: fc.integer({ min: 1, max: 60_000 }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);
/** One post: how long after the earliest moment it starts, how late it arrives, and how late it ends. */
const posts = fc.array(
  fc.record({ late: fc.nat(2_000), travel: fc.nat(500), answer: fc.nat(500), throttled: fc.boolean() }),
  {
    maxLength: 150,
  },
);

function arrivals(
  allowed: readonly PaceWindow[],
  sent: { late: number; travel: number; answer: number; throttled: boolean }[],
) {
  let pace = FRESH_PACE;
  let now = 0;
  return sent.map(({ late, travel, answer, throttled }) => {
    const start = Math.max(now, nextPostAt(pace, allowed)) + late;
    const arrival = start + travel;
    now = arrival + answer;
    pace = afterPost(pace, allowed, now, throttled);
    return arrival;
  });
}

describe('the pace', () => {
  it('is_never_passed_at_the_receiver, whatever the delays on the way', () => {
    fc.assert(
      fc.property(windows, posts, (allowed, sent) => {
        const seen = arrivals(allowed, sent);
        for (const { posts: most, ms } of allowed) {
          for (const [index, first] of seen.entries()) {
            const later = seen[index + most];
            if (later !== undefined) expect(later - first).toBeGreaterThanOrEqual(ms);
          }
        }
      }),
    );
  });

  it('lets sixty posts through within half a minute when nothing is slow', () => {
    const seen = arrivals(
      DEFAULT_WINDOWS,
      Array(60).fill({ late: 0, travel: 0, answer: 0, throttled: false }),
    );
    expect(seen.at(-1)).toBeLessThan(15_000);
  });

  it('is slower after "too many requests" and slowly comes back', () => {
    const throttled = afterPost(FRESH_PACE, DEFAULT_WINDOWS, 0, true);
    expect(throttled.gapMs).toBeGreaterThanOrEqual(500);
    expect(afterPost(throttled, DEFAULT_WINDOWS, 1, true).gapMs).toBeGreaterThan(throttled.gapMs);
    let pace = throttled;
    let posted = 0;
    while (pace.gapMs > 0) {
      const next = afterPost(pace, DEFAULT_WINDOWS, posted, false);
      expect(next.gapMs).toBeLessThan(pace.gapMs);
      pace = next;
      posted += 1;
    }
    expect(posted).toBeGreaterThan(10);
  });

  it('does not open when the clock steps back', () => {
    const first = afterPost(FRESH_PACE, [{ posts: 1, ms: 100 }], 5_000, false);
    const second = afterPost(first, [{ posts: 1, ms: 100 }], 1_000, false);
    expect(nextPostAt(second, [{ posts: 1, ms: 100 }])).toBe(5_100);
  });

  it('tells how many posts fit into a minute', () => {
    expect(capacity(DEFAULT_WINDOWS, 0, 60_000)).toBe(120);
    expect(capacity(DEFAULT_WINDOWS, 10_000, 60_000)).toBe(6);
    expect(capacity(DEFAULT_WINDOWS, 10_000_000, 60_000)).toBe(1);
  });
});
