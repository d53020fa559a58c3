import type { Fate } from './fate.ts';

export interface Duplicates {
  /** How many cards came into the channel again. */
  extra: number;
  /**
   * Events that should not have come again: Cardwire had been told that the card was taken, and had recorded
   * it. Every other duplicate is one that nobody could avoid: the answer never came, or a crash hit between
   * the answer and its record.
   */
  unexplained: Fate[];
}

export interface ChannelTraffic {
  /** Requests to the channel's webhook. */
  arrivals: number;
  /** Rows of the attempt table. */
  attempts: number;
}

/**
 * What came more than once into one channel, and why. Each clear answer beyond an event's first needs an
 * attempt that was not recorded: one of that event, by the count of its tries, and one of the channel, by
 * its number of attempts. The second count sees what the first cannot: two nodes that post the same event
 * at a time both write their attempt, but only one of them settles the delivery.
 */
export function duplicatesIn(fates: readonly Fate[], { arrivals, attempts }: ChannelTraffic): Duplicates {
  const counted = fates.map((fate) => {
    const shown = fate.requests.filter(
      ({ posted, numbers }) => posted && numbers.includes(fate.event.number),
    );
    const told = shown.filter((arrival) => arrival.told).length;
    return { fate, extra: Math.max(0, shown.length - 1), doubled: Math.max(0, told - 1) };
  });
  const doubled = counted.filter((count) => count.doubled > 0);
  const recorded = doubled.filter(({ fate, doubled }) => doubled > notRecorded(fate));
  const room = Math.max(0, arrivals - attempts);
  const surplus = Math.max(0, doubled.reduce((sum, count) => sum + count.doubled, 0) - room);
  const others = doubled.filter((count) => !recorded.includes(count));
  return {
    extra: counted.reduce((sum, { extra }) => sum + extra, 0),
    unexplained: [...recorded, ...others.slice(0, Math.max(0, surplus - recorded.length))].map(
      ({ fate }) => fate,
    ),
  };
}

function notRecorded({ requests, record }: Fate): number {
  return Math.max(0, requests.length - (record?.tries ?? 0));
}
