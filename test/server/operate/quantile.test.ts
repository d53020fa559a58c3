import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLASSES_PER_DOUBLING, quantile } from '../../../server/operate/quantile.ts';
import { MOST_READ, sampleOf } from '../../../server/operate/sample.ts';

it('a percentile is never told too low, and at most a tenth too high', () => {
  const durations = fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(durations, fc.constantFrom(0.5, 0.95, 0.99), (given, share) => {
      const sorted = given.toSorted((one, other) => one - other);
      const exact = sorted[Math.ceil(share * given.length) - 1] ?? 0;
      const counts = given.map((ms) => ({
        class: Math.ceil(CLASSES_PER_DOUBLING * Math.log2(ms)),
        attempts: 1,
      }));
      const told = quantile(counts, share);
      expect(told).toBeGreaterThanOrEqual(exact);
      expect(told).toBeLessThanOrEqual(exact * 1.1 + 1);
    }),
    { numRuns: 200 },
  );
});

it('no look reads more than it may, and all of what is little', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(-1n, 10n ** 9n), (from, length) => {
      const { every } = sampleOf({ from, to: from + length });
      expect((Number(length) + 1) / every).toBeLessThanOrEqual(MOST_READ);
      if (length < MOST_READ) expect(every).toBe(1);
    }),
  );
});
