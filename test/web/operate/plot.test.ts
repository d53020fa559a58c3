import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hrefOf, PLACES, readPlace } from '../../../web/operate/place.ts';
import { linePath, PLOT, stack } from '../../../web/operate/plot/scale.ts';

const counts = fc.record({ one: fc.nat(1_000), two: fc.nat(1_000) });

it('bars stand on each other within the plot, the highest to its top', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 60 }), (points) => {
      const bars = stack(points, ['one', 'two']);
      expect(bars.length).toBe(
        points.flatMap(({ one, two }) => [one, two]).filter((count) => count > 0).length,
      );
      for (const { x, y, width, height } of bars) {
        expect(Math.min(x, y, height)).toBeGreaterThanOrEqual(-1e-6);
        expect(x + width).toBeLessThanOrEqual(PLOT.width);
        expect(y + height).toBeLessThanOrEqual(PLOT.height + 1e-6);
      }
      if (bars.length > 0) expect(Math.min(...bars.map(({ y }) => y))).toBeCloseTo(0);
    }),
    { numRuns: 100 },
  );
});

it('a line is broken where there is nothing, and a value alone is seen', () => {
  expect(linePath([1, 2, undefined, 4, undefined, undefined], 4)).toBe(
    'M50.0 105.0L150.0 70.0M300.0 0.0h100.0',
  );
  expect(linePath([undefined], 0)).toBe('');
});

it('an address within the page leads where it was made for', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACES),
      fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })),
      (name, query) => {
        expect(readPlace(hrefOf(name, query))).toEqual({ name, query: { ...query } });
      },
    ),
    { numRuns: 100 },
  );
  expect(readPlace('#elsewhere?x=1')).toEqual({ name: 'overview', query: {} });
});
