import type { Disruption, Evidence } from './evidence.ts';
import type { Fate } from './fate.ts';

export interface Recovery extends Disruption {
  /** The longest that an event of a well-behaved channel waited because of it, in milliseconds. */
  waitMs: number;
}

/**
 * How long channels stood still after each disruption: the longest wait, from the disruption or the later
 * acknowledgement, of any event that was acknowledged before the next disruption. Rather too long than too
 * short: a wait that the next disruption made longer counts in full for both.
 */
export function recoveries({ arrivals, disruptions }: Evidence, fates: readonly Fate[]): Recovery[] {
  const calm = fates.flatMap(({ event, channel, postedAt }) => {
    const arrival = postedAt === undefined ? undefined : arrivals[postedAt];
    return channel.calm && arrival && event.acknowledgedAt !== undefined
      ? [{ acknowledgedAt: event.acknowledgedAt, arrivedAt: arrival.at }]
      : [];
  });
  const inOrder = disruptions.toSorted((a, b) => a.at - b.at);
  return inOrder.map((disruption, index) => {
    const until = inOrder[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const waits = calm
      .filter(({ acknowledgedAt, arrivedAt }) => acknowledgedAt < until && arrivedAt > disruption.at)
      .map(({ acknowledgedAt, arrivedAt }) => arrivedAt - Math.max(disruption.at, acknowledgedAt));
    return { ...disruption, waitMs: waits.reduce((longest, wait) => Math.max(longest, wait), 0) };
  });
}
