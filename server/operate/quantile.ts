/**
 * Durations are counted in classes: class `c` holds those of more than 2^((c-1)/8) and at most 2^(c/8)
 * milliseconds. A class is told by its upper end, so that what is told is never too low, and at most 9 % too high.
 */
export const CLASSES_PER_DOUBLING = 8;

/** The duration that this share of the attempts did not pass, in milliseconds. `counts` must not be empty. */
export function quantile(counts: readonly { class: number; attempts: number }[], share: number): number {
  const total = counts.reduce((sum, { attempts }) => sum + attempts, 0);
  const sorted = counts.toSorted((one, other) => one.class - other.class);
  let seen = 0;
  let reached = 0;
  for (const { class: current, attempts } of sorted) {
    reached = current;
    seen += attempts;
    if (seen >= share * total) break;
  }
  return Math.round(2 ** (reached / CLASSES_PER_DOUBLING));
}
