import { expect, it, test } from 'vitest';
import { UsageError } from '../prove/rig/command-line.ts';
import { HELP, readBenchOptions } from './options.ts';

it('measures every point twice with 5,000 channels unless told otherwise', () => {
  expect(readBenchOptions([])).toEqual({
    only: new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']),
    repeats: 2,
    channels: 5_000,
    latencyMs: 20_000,
    oldDeliveries: 1_000_000,
    oldConfigurations: 100_000,
    nodes: [1, 2, 4],
    markdown: false,
  });
});

it('takes every option', () => {
  const sizes = [
    '--channels',
    '20',
    '--seconds=2',
    '--old-deliveries',
    '0',
    '--old-configurations',
    '7',
    '--nodes',
    '2, 3',
  ];
  expect(readBenchOptions(['--only', 'a, c', '--repeats', '5', '--markdown', ...sizes])).toEqual({
    only: new Set(['a', 'c']),
    repeats: 5,
    channels: 20,
    latencyMs: 2_000,
    oldDeliveries: 0,
    oldConfigurations: 7,
    nodes: [2, 3],
    markdown: true,
  });
});

test.each([['--only', 'a,j'], ['--only', ''], ['--repeats', '0'], ['--channels', '1.5'], ['--fast'], ['a']])(
  'refuses %s %s',
  (...args) => {
    expect(() => readBenchOptions(args)).toThrow(UsageError);
  },
);

it('gives help when asked, and names every option in it', () => {
  expect(() => readBenchOptions(['--help'])).toThrow(UsageError);
  const names = [
    'only',
    'repeats',
    'channels',
    'seconds',
    'old-deliveries',
    'old-configurations',
    'nodes',
    'markdown',
  ];
  for (const name of names) expect(HELP).toContain(`--${name}`);
});
