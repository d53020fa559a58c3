import type { Judgement } from '../destinations/verdict.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Fast first, for what passes by itself; then for about 24 hours, for what people must mend. */
const RETRY_DELAYS_MS = [
  2 * SECOND_MS,
  5 * SECOND_MS,
  15 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  6 * HOUR_MS,
  10 * HOUR_MS,
] as const;

/** How long a delivery is tried, jitter not counted. */
export const RETRY_TOTAL_MS = RETRY_DELAYS_MS.reduce((total, delay) => total + delay, 0);

/** Up to this part of the delay is added, so that channels that failed together do not come back together. */
const JITTER = 0.2;

/** The part of a delivery's attempts that is used up after so many of them, from 0 to 1. */
export function retryProgress(tries: number): number {
  return Math.min(1, tries / (RETRY_DELAYS_MS.length + 1));
}

/**
 * How long to wait after a delivery's `tries`-th attempt asked for another, in milliseconds; undefined when
 * attempts are used up. Jitter (`random` is from 0 to 1) and the destination's wish only ever delay.
 */
export function retryDelayMs(
  tries: number,
  judgement: Pick<Judgement, 'retryAfterMs'>,
  random: number,
): number | undefined {
  const delay = RETRY_DELAYS_MS[tries - 1];
  if (delay === undefined) return undefined;
  return Math.max(delay * (1 + JITTER * random), judgement.retryAfterMs ?? 0);
}
