import type { Fate } from './fate.ts';

export interface Duplicates {
  /** How many times it came into the channel beyond the first. */
  extra: number;
  /**
   * Cardwire had been told that the card was taken, had recorded it, and posted it again. Every other
   * duplicate is one that nobody could avoid: the answer never came, or a crash hit between POST and record.
   */
  unexplained: boolean;
}

/** How often an event came more than once into a channel, and why. */
export function duplicatesOf({ event, requests, record }: Fate): Duplicates {
  const shown = requests.filter(({ posted, numbers }) => posted && numbers.includes(event.number));
  const told = shown.filter((arrival) => arrival.told);
  const unrecorded = requests.length - (record?.tries ?? 0);
  return {
    extra: Math.max(0, shown.length - 1),
    unexplained: told.length - 1 > Math.max(0, unrecorded),
  };
}
