import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { median, percentile, perSecond } from './statistics.ts';

it('takes percentiles from what was measured, not from between', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0, 0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([1, 50, 99, 100]);
  expect(percentile([], 0.5)).toBeNaN();
});

it('takes the value in the middle, or the mean of two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 20])).toBe(3.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

it('counts per second', () => {
  expect(perSecond(5_000, 2_500)).toBe(2_000);
});

test('at_least_the_share_of_values_is_no_greater_than_the_percentile', () => {
  const values = fc.array(fc.double({ noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const value = percentile(all, share);
      expect(all.filter((other) => other <= value).length).toBeGreaterThanOrEqual(share * all.length - 1e-9);
    }),
  );
});
