/**
 * The pace that Microsoft names for a webhook and still publishes: 4 requests in 1 second. The longer
 * windows of older pages (60 in 30 s, 100 an hour and so on) are not kept: they would stop a demonstration.
 */
const PACE_LIMIT = 4;
const PACE_WINDOW_MS = 1_000;

/** Decides who may pass. */
export interface Pace {
  /** Whether one more request of `key` fits into its window; one that does not fit is not counted. */
  admit(key: string): boolean;
}

/** A sliding window for each key, in memory. `now` gives milliseconds. */
export function createPace(now: () => number): Pace {
  const admitted = new Map<string, number[]>();
  return {
    admit(key) {
      const time = now();
      const recent = (admitted.get(key) ?? []).filter((earlier) => time - earlier < PACE_WINDOW_MS);
      const fits = recent.length < PACE_LIMIT;
      if (fits) recent.push(time);
      admitted.set(key, recent);
      return fits;
    },
  };
}
