import { expect, it, test } from 'vitest';
import { HELP, readProveOptions } from './options.ts';
import { UsageError } from './rig/command-line.ts';

it('runs three nodes for three minutes unless told otherwise, with a seed of its own', () => {
  const options = readProveOptions([]);
  expect(options).toMatchObject({ nodes: 3, channels: 60, events: 3_000, flowMs: 180_000, quick: false });
  expect(readProveOptions([]).seed).not.toBe(options.seed);
});

it('takes every option', () => {
  const args = [
    '--seed',
    'a',
    '--nodes=5',
    '--channels',
    '80',
    '--events',
    '500',
    '--minutes',
    '0.5',
    '--quick',
  ];
  expect(readProveOptions(args)).toMatchObject({
    seed: 'a',
    nodes: 5,
    channels: 80,
    events: 500,
    flowMs: 30_000,
    quick: true,
  });
});

test.each([
  ['--speed', '9'],
  ['fast'],
  ['--nodes', '1'],
  ['--nodes', 'three'],
  ['--events', '-5'],
  ['--minutes', '0'],
  ['--quick=yes'],
])('refuses %s %s', (...args) => {
  expect(() => readProveOptions(args)).toThrow(UsageError);
});

it('gives help when asked, and names every option in it', () => {
  expect(() => readProveOptions(['--help'])).toThrow(UsageError);
  for (const option of ['quick', 'seed', 'nodes', 'channels', 'events', 'minutes']) {
    expect(HELP).toContain(`--${option}`);
  }
});
