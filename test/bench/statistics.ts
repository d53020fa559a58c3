/** The value below which `share` (from 0 to 1) of the values lie. NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle value; of an even number of values, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** How many per second, of `count` things in `ms` milliseconds. */
export function perSecond(count: number, ms: number): number {
  return (1_000 * count) / ms;
}
