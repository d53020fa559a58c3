import { numberOption, parseOptions, UsageError } from '../prove/rig/command-line.ts';

/** The points of docs/performance.md. */
const POINTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;
export type Point = (typeof POINTS)[number];

export interface BenchOptions {
  only: ReadonlySet<Point>;
  /** How often each figure is taken, after one run that does not count. */
  repeats: number;
  /** How many channels one event goes to, and how many events go to one channel each. */
  channels: number;
  /** How long events are sent one by one for their latency, in milliseconds. */
  latencyMs: number;
  /** What the full database holds besides. */
  oldDeliveries: number;
  oldConfigurations: number;
  /** How many nodes i measures with, one figure after the other. */
  nodes: readonly number[];
  markdown: boolean;
}

export const HELP = `npm run bench -- [options]

Measures Cardwire beside what the same machine can do at the most, in one run.

  --only LIST               points to measure, of a to i, separated by commas (all)
  --repeats N               how often each figure is taken (2)
  --channels N              channels in a, events in c (5000)
  --seconds N               how long d sends 50 events per second (20)
  --old-deliveries N        settled deliveries in the full database of e (1000000)
  --old-configurations N    configurations in the full database of e (100000)
  --nodes LIST              how many nodes i measures with, separated by commas (1,2,4)
  --markdown                print Markdown, as in docs/performance.md
  --help                    this text

Nothing else should run on the machine meanwhile. Exit code 0, whatever the figures are; 2: the options are
not right.`;

/** Reads the command line. Throws a UsageError that says what is wrong, or nothing but the help. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const given = parseOptions(args, OPTIONS);
  if (given.help) throw new UsageError('');
  return {
    only: new Set(given.only === undefined ? POINTS : given.only.split(',').map(pointOf)),
    repeats: numberOption('repeats', given.repeats, { normal: 2, min: 1, max: 20 }),
    channels: numberOption('channels', given.channels, { normal: 5_000, min: 10, max: 50_000 }),
    latencyMs: 1_000 * numberOption('seconds', given.seconds, { normal: 20, min: 1, max: 600 }),
    oldDeliveries: numberOption('old-deliveries', given['old-deliveries'], {
      normal: 1_000_000,
      min: 0,
      max: 1_000_000_000,
    }),
    oldConfigurations: numberOption('old-configurations', given['old-configurations'], {
      normal: 100_000,
      min: 1,
      max: 10_000_000,
    }),
    nodes: (given.nodes ?? '1,2,4')
      .split(',')
      .map((count) => numberOption('nodes', count.trim(), { normal: 1, min: 1, max: 16 })),
    markdown: given.markdown ?? false,
  };
}

const OPTIONS = {
  only: { type: 'string' },
  repeats: { type: 'string' },
  channels: { type: 'string' },
  seconds: { type: 'string' },
  'old-deliveries': { type: 'string' },
  'old-configurations': { type: 'string' },
  nodes: { type: 'string' },
  markdown: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function pointOf(text: string): Point {
  const point = POINTS.find((known) => known === text.trim());
  if (!point) throw new UsageError(`--only knows the points a to i; "${text}" is none.`);
  return point;
}
