import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPace } from '../../../server/sandbox/pace.ts';

it('lets four requests of a webhook pass in a second and holds back the fifth', () => {
  const pace = createPace(() => 0);
  expect([1, 2, 3, 4, 5].map(() => pace.admit('a'))).toEqual([true, true, true, true, false]);
});

it('counts each webhook on its own', () => {
  const pace = createPace(() => 0);
  for (let count = 0; count < 5; count++) pace.admit('a');
  expect(pace.admit('b')).toBe(true);
});

it('lets the next request pass when a second is over', () => {
  let time = 0;
  const pace = createPace(() => time);
  for (let count = 0; count < 4; count++) pace.admit('a');
  time = 999;
  // Whoever keeps knocking is not kept out for longer.
  for (let count = 0; count < 4; count++) expect(pace.admit('a')).toBe(false);
  time = 1_000;
  expect(pace.admit('a')).toBe(true);
});

it('no_second_ever_holds_more_than_four', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 }), (gaps) => {
      let time = 0;
      const pace = createPace(() => time);
      const admitted: number[] = [];
      for (const gap of gaps) {
        time += gap;
        if (pace.admit('a')) admitted.push(time);
      }
      for (const start of admitted) {
        expect(admitted.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(4);
      }
    }),
  );
});
