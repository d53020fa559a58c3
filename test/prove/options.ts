import { randomBytes } from 'node:crypto';
import { numberOption, parseOptions, UsageError } from './rig/command-line.ts';

export interface ProveOptions {
  /** Chooses who gets what and what breaks when; the same seed gives the same plan. */
  seed: string;
  nodes: number;
  channels: number;
  events: number;
  /** How long events flow, in milliseconds. */
  flowMs: number;
  /** How long to wait afterwards until everything has arrived. */
  patienceMs: number;
  /** Without what takes Cardwire long by design: 429 (a minute's rest) and sockets that never answer. */
  quick: boolean;
}

export const HELP = `npm run prove -- [options]

Breaks everything on purpose while events flow, and counts what was lost, doubled, out of order or too fast.

  --quick         a short run (under 40 s) without 429 and half-open sockets
  --seed TEXT     repeat a run's plan (drawn by chance otherwise)
  --nodes N       Cardwire nodes on one database (3, quick 2)
  --channels N    channels that receive (60, quick 16)
  --events N      events to send (3000, quick 120)
  --minutes N     how long events flow (3, quick 0.15)
  --help          this text

Exit code 0: every promise was kept; 1: one was broken; 2: the options are not right.`;

/** Reads the command line. Throws a UsageError that says what is wrong, or nothing but the help. */
export function readProveOptions(args: readonly string[]): ProveOptions {
  const given = parseOptions(args, OPTIONS);
  if (given.help) throw new UsageError('');
  const quick = given.quick ?? false;
  return {
    seed: given.seed ?? randomBytes(4).toString('hex'),
    nodes: numberOption('nodes', given.nodes, { normal: quick ? 2 : 3, min: 2, max: 16 }),
    channels: numberOption('channels', given.channels, { normal: quick ? 16 : 60, min: 10, max: 2_000 }),
    events: numberOption('events', given.events, { normal: quick ? 120 : 3_000, min: 10, max: 900_000 }),
    flowMs:
      60_000 *
      numberOption('minutes', given.minutes, {
        normal: quick ? 0.15 : 3,
        min: 0.1,
        max: 600,
        fraction: true,
      }),
    patienceMs: quick ? 60_000 : 300_000,
    quick,
  };
}

const OPTIONS = {
  quick: { type: 'boolean' },
  help: { type: 'boolean' },
  seed: { type: 'string' },
  nodes: { type: 'string' },
  channels: { type: 'string' },
  events: { type: 'string' },
  minutes: { type: 'string' },
} as const;
