import { expect, it } from 'vitest';
import { atLeast, below, fullDatabaseAim, never, oneByOneAim, oneToManyAim } from './aims.ts';
import { type Figure, repeat, slowdown } from './figure.ts';

it('asks of one event to many channels 0.6 of the floor, and 3,600 where the floor reaches 6,000', () => {
  expect(oneToManyAim(3_000, 5_000)).toEqual({ text: 'at least 0.6 of the floor (0.60)', met: true });
  expect(oneToManyAim(2_999, 5_000).met).toBe(false);
  expect(oneToManyAim(3_600, 6_000)).toEqual({
    text: 'at least 0.6 of the floor and 3600 (0.60)',
    met: true,
  });
  expect(oneToManyAim(3_600, 7_000).met).toBe(false);
});

it('asks of single events as much as the floor', () => {
  expect(oneByOneAim(1_000, 1_000).met).toBe(true);
  expect(oneByOneAim(999, 1_000).met).toBe(false);
});

it('keeps to limits', () => {
  expect(atLeast(2_000, 2_000, 'deliveries/s')).toEqual({ text: 'at least 2000 deliveries/s', met: true });
  expect(below(8, 8, 'ms')).toEqual({ text: 'below 8 ms', met: false });
  expect(never([0, 0])).toEqual({ text: 'none', met: true });
  expect(never([0, 1]).met).toBe(false);
  expect(fullDatabaseAim(1.5).met).toBe(true);
  expect(fullDatabaseAim(1.51).met).toBe(false);
});

it('calls lower rates and longer times slower', () => {
  const figure = (unit: string, run: number): Figure => ({ point: 'a', what: '', unit, runs: [run] });
  expect(slowdown(figure('events/s', 1_000), figure('events/s', 500))).toBe(2);
  expect(slowdown(figure('ms', 4), figure('ms', 8))).toBe(2);
});

it('does not count the run that warms up', async () => {
  let run = 0;
  expect(await repeat(2, async () => ++run)).toEqual([2, 3]);
});
