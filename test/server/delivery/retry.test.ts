import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryDelayMs, retryProgress } from '../../../server/delivery/retry.ts';
import type { Judgement } from '../../../server/destinations/verdict.ts';

const HOUR_MS = 3_600_000;
const tries = fc.integer({ min: 1, max: 11 });
const random = fc.double({ min: 0, max: 1, noNaN: true });
const wish = fc.integer({ min: 1, max: 24 * HOUR_MS });

function judgement(retryAfterMs?: number): Judgement {
  return { verdict: 'try_again', words: 'busy', ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** The wait before each further attempt of one delivery, until they are used up. */
function delays(drawn: number): number[] {
  const found: number[] = [];
  for (let count = 1; count < 100; count += 1) {
    const delay = retryDelayMs(count, judgement(), drawn);
    if (delay === undefined) return found;
    found.push(delay);
  }
  throw new Error('the attempts have no end');
}

it('retry_after_only_ever_delays', () => {
  fc.assert(
    fc.property(tries, wish, random, (count, asked, drawn) => {
      const without = retryDelayMs(count, judgement(), drawn) ?? Number.NaN;
      expect(retryDelayMs(count, judgement(asked), drawn)).toBe(Math.max(without, asked));
    }),
  );
});

it('jitter_only_adds, and at most a fifth', () => {
  fc.assert(
    fc.property(tries, random, (count, drawn) => {
      const least = retryDelayMs(count, judgement(), 0) ?? Number.NaN;
      const delay = retryDelayMs(count, judgement(), drawn);
      expect(delay).toBeGreaterThanOrEqual(least);
      expect(delay).toBeLessThanOrEqual(least * 1.2);
    }),
  );
  expect(retryDelayMs(1, judgement(), 1)).toBeGreaterThan(retryDelayMs(1, judgement(), 0) ?? Number.NaN);
});

it('waits_grow: each is longer than the one before', () => {
  fc.assert(
    fc.property(tries, random, random, (count, one, other) => {
      const next = retryDelayMs(count + 1, judgement(), other) ?? Number.POSITIVE_INFINITY;
      expect(next).toBeGreaterThan(retryDelayMs(count, judgement(), one) ?? Number.NaN);
    }),
  );
});

it('attempts_end after about 24 hours, and a wish for more does not make more of them', () => {
  for (const drawn of [0, 0.5, 1]) {
    const total = delays(drawn).reduce((sum, delay) => sum + delay, 0);
    expect(total).toBeGreaterThan(22 * HOUR_MS);
    expect(total).toBeLessThan(29 * HOUR_MS);
  }
  expect(retryDelayMs(delays(0).length + 1, judgement(24 * HOUR_MS), 0)).toBeUndefined();
});

it('tries again within seconds at first, for what passes by itself', () => {
  expect(delays(0).slice(0, 3)).toEqual([2_000, 5_000, 15_000]);
});

it('progress_only_rises, and is complete with the attempt that has no successor', () => {
  const last = delays(0).length + 1;
  for (let count = 1; count <= last; count += 1) {
    expect(retryProgress(count)).toBeGreaterThan(retryProgress(count - 1));
  }
  expect([retryProgress(0), retryProgress(last - 1) < 1, retryProgress(last)]).toEqual([0, true, 1]);
  expect(retryProgress(last + 5)).toBe(1);
});
