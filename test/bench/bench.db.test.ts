import { expect, it } from 'vitest';
import { bench } from './bench.ts';
import { readBenchOptions } from './options.ts';

const TEST_TIMEOUT_MS = 120_000;

// Small sizes: this shows that measuring works, not how fast anything is. Without f, which takes its time.
it('measures every point, each as often as it was asked to', { timeout: TEST_TIMEOUT_MS }, async () => {
  const sizes = [
    '--channels',
    '20',
    '--seconds',
    '1',
    '--old-deliveries',
    '300',
    '--old-configurations',
    '50',
    '--nodes',
    '2',
  ];
  const { figures } = await bench(
    readBenchOptions(['--only', 'a,b,c,d,e,g,h,i', '--repeats', '1', ...sizes]),
  );
  const counts = Object.fromEntries(
    [...Map.groupBy(figures, ({ point }) => point)].map(([p, all]) => [p, all.length]),
  );
  expect(counts).toEqual({ floor: 4, a: 1, b: 2, c: 1, d: 2, e: 4, g: 2, h: 2, i: 2 });
  for (const { runs } of figures) {
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) expect(run).toBeGreaterThan(0);
  }
});
