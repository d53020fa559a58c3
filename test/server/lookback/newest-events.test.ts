import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LOOKBACK, lookbackStart } from '../../../server/lookback/limits.ts';
import { startFor, totalOf } from '../../../server/lookback/newest-events.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

it('all_is_looked_at_when_it_is_few, and never more than the last days', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (came) => {
      const start = startFor(came, NOW);
      expect(start.getTime()).toBeGreaterThanOrEqual(lookbackStart(NOW).getTime());
      expect(start.getTime()).toBeLessThan(NOW.getTime());
      if (came <= LOOKBACK.tried) expect(start).toEqual(lookbackStart(NOW));
    }),
  );
});

it('starts later the more there is', () => {
  const days = (came: number) => (NOW.getTime() - startFor(came, NOW).getTime()) / 86_400_000;
  expect(days(4_000)).toBe(7);
  expect(days(8_000)).toBe(3.5);
});

it('adds the counts of the chosen types, and says when one of them was cut', () => {
  const activity = new Map([
    ['a', 3],
    ['b', LOOKBACK.counted],
  ]);
  expect(totalOf(activity, ['a', 'never'])).toEqual({ came: 3, atLeast: false });
  expect(totalOf(activity, ['a', 'b'])).toEqual({ came: 3 + LOOKBACK.counted, atLeast: true });
});
