import { createPaceGauge, type Limit, TEAMS_LIMITS } from '../fake-teams/pace-gauge.ts';
import { duplicatesIn } from './duplicates.ts';
import type { Evidence } from './evidence.ts';
import { type Fate, fatesOf } from './fate.ts';
import { outOfOrder } from './order.ts';
import { type Recovery, recoveries } from './recovery.ts';

/** An event in a channel, by their numbers. */
interface Pair {
  channel: number;
  number: number;
}

export interface Findings {
  acknowledged: number;
  /** Events that no node took within the sender's patience. */
  refused: number;
  /** Pairs of an acknowledged event and a channel that wanted it, and those that arrived. */
  expected: number;
  arrived: number;
  /** Of those, the ones that came within a summary. */
  folded: number;
  lost: Pair[];
  /** Not arrived, but still waiting in the table when patience ended. */
  late: Pair[];
  /** Came into a channel that had not asked for them. */
  misdirected: Pair[];
  /** How many cards came again, and the events of which that should not have happened. */
  duplicates: number;
  unexplained: Pair[];
  outOfOrder: Pair[];
  tooFast: { channel: number; at: number }[];
  recoveries: Recovery[];
  crashes: number;
  /** How often the fake Teams gave each answer. */
  answers: Record<string, number>;
}

/** Compares what was sent with what arrived. Pure: all it knows is the evidence. */
export function judge(evidence: Evidence, limits: readonly Limit[] = TEAMS_LIMITS): Findings {
  const fates = fatesOf(evidence);
  const expected = fates.filter(({ event }) => event.acknowledgedAt !== undefined);
  const missing = expected.filter(({ postedAt }) => postedAt === undefined);
  const acknowledged = evidence.events.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).length;
  const byChannel = [...Map.groupBy(fates, ({ channel }) => channel.channel)];
  const arrivals = countBy(evidence.arrivals, ({ channel }) => channel);
  const duplicates = byChannel.map(([channel, own]) =>
    duplicatesIn(own, {
      arrivals: arrivals.get(channel) ?? 0,
      attempts: evidence.attempts.get(channel) ?? 0,
    }),
  );
  return {
    acknowledged,
    refused: evidence.events.length - acknowledged,
    expected: expected.length,
    arrived: expected.length - missing.length,
    folded: expected.filter(({ folded }) => folded).length,
    lost: missing.filter(({ record }) => record?.state !== 'waiting').map(toPair),
    late: missing.filter(({ record }) => record?.state === 'waiting').map(toPair),
    misdirected: misdirected(evidence, fates),
    duplicates: duplicates.reduce((sum, { extra }) => sum + extra, 0),
    unexplained: duplicates.flatMap(({ unexplained }) => unexplained).map(toPair),
    outOfOrder: byChannel.flatMap(([, own]) => outOfOrder(own)).map(toPair),
    tooFast: tooFast(evidence, limits),
    recoveries: recoveries(evidence, fates),
    crashes: evidence.crashes,
    answers: Object.fromEntries([...countBy(evidence.arrivals, ({ answer }) => answer)].sort()),
  };
}

function toPair({ event, channel }: Fate): Pair {
  return { channel: channel.channel, number: event.number };
}

function misdirected({ arrivals }: Evidence, fates: readonly Fate[]): Pair[] {
  const wanted = new Set(fates.map((fate) => keyOf(toPair(fate))));
  return arrivals
    .flatMap(({ channel, numbers }) => numbers.map((number) => ({ channel, number })))
    .filter((pair) => !wanted.has(keyOf(pair)));
}

function keyOf({ channel, number }: Pair): string {
  return `${channel} ${number}`;
}

function tooFast({ arrivals }: Evidence, limits: readonly Limit[]): Findings['tooFast'] {
  const byChannel = Map.groupBy(arrivals, ({ channel }) => channel);
  return [...byChannel].flatMap(([channel, own]) => {
    const keepsPace = createPaceGauge(limits);
    return own.filter(({ at }) => !keepsPace(at)).map(({ at }) => ({ channel, at }));
  });
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
