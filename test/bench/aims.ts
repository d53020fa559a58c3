/** What a figure should be, in words, and whether it is. */
export interface Aim {
  text: string;
  met: boolean;
}

export function atLeast(value: number, limit: number, unit: string): Aim {
  return { text: `at least ${limit} ${unit}`, met: value >= limit };
}

export function below(value: number, limit: number, unit: string): Aim {
  return { text: `below ${limit} ${unit}`, met: value < limit };
}

/** For what must not happen in any run. */
export function never(runs: readonly number[]): Aim {
  return { text: 'none', met: runs.every((count) => count === 0) };
}

const SHARE_OF_FLOOR = 0.6;
/** Where the floor reaches this, the machine is fast enough for a number of its own. */
const FAST_FLOOR = 6_000;
const LEAST_ON_FAST = 3_600;

/** For one event to many channels. */
export function oneToManyAim(value: number, floor: number): Aim {
  const isFast = floor >= FAST_FLOOR;
  const least = Math.max(SHARE_OF_FLOOR * floor, isFast ? LEAST_ON_FAST : 0);
  const text = `at least ${SHARE_OF_FLOOR} of the floor${isFast ? ` and ${LEAST_ON_FAST}` : ''}`;
  return { text: `${text} (${(value / floor).toFixed(2)})`, met: value >= least };
}

/** For many events, one by one. */
export function oneByOneAim(value: number, floor: number): Aim {
  return { text: `at least the floor (${(value / floor).toFixed(2)})`, met: value >= floor };
}

const FULL_FACTOR = 1.5;

/** For anything with a full database; `slowdown` is how many times slower it is than with an empty one. */
export function fullDatabaseAim(slowdown: number): Aim {
  return { text: `within ${FULL_FACTOR} of empty (${slowdown.toFixed(2)})`, met: slowdown <= FULL_FACTOR };
}
