import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { createRandom } from './random.ts';

const ten = (seed: string) => {
  const random = createRandom(seed);
  return Array.from({ length: 10 }, () => random.next());
};

it('gives the same numbers for the same seed, and others for another', () => {
  expect(ten('a')).toEqual(ten('a'));
  expect(ten('a')).not.toEqual(ten('b'));
});

it('spreads evenly', () => {
  const random = createRandom('spread');
  const hits = [0, 0, 0, 0];
  for (let draw = 0; draw < 10_000; draw += 1) {
    const place = random.below(4);
    hits[place] = (hits[place] ?? 0) + 1;
  }
  for (const count of hits) expect(Math.abs(count - 2_500)).toBeLessThan(250);
});

test('numbers_are_from_zero_up_to_one', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      for (const number of ten(seed)) expect(number >= 0 && number < 1).toBe(true);
    }),
  );
});
