import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';

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
  --channels N    channels that receive (60, quick 12)
  --events N      events to send (3000, quick 90)
  --minutes N     how long events flow (3, quick 0.15)
  --help          this text

Exit code 0: every promise was kept; 1: one was broken; 2: the options are not right.`;

/** The options are not right, or help was asked for. */
export class UsageError extends Error {}

/** Reads the command line. Throws a UsageError that says what is wrong, or nothing but the help. */
export function readProveOptions(args: readonly string[]): ProveOptions {
  const given = parse(args);
  if (given.help) throw new UsageError('');
  const quick = given.quick ?? false;
  const options: ProveOptions = {
    seed: given.seed ?? randomBytes(4).toString('hex'),
    nodes: numberOf('nodes', given.nodes, { normal: quick ? 2 : 3, min: 2, max: 16 }),
    channels: numberOf('channels', given.channels, { normal: quick ? 12 : 60, min: 10, max: 2_000 }),
    events: numberOf('events', given.events, { normal: quick ? 90 : 3_000, min: 10, max: 900_000 }),
    flowMs: 60_000 * numberOf('minutes', given.minutes, { normal: quick ? 0.15 : 3, min: 0.1, max: 600 }),
    patienceMs: quick ? 60_000 : 300_000,
    quick,
  };
  return options;
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

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Fractions count for minutes alone; everything else comes in whole numbers. */
function numberOf(
  name: string,
  text: string | undefined,
  { normal, min, max }: { normal: number; min: number; max: number },
): number {
  if (text === undefined) return normal;
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number < min || number > max) {
    throw new UsageError(`--${name} must be a number from ${min} to ${max}.`);
  }
  return name === 'minutes' ? number : Math.floor(number);
}
