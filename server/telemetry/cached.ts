/**
 * Lets callers share a read: while one is under way all wait for it, and its outcome, good or bad, serves
 * for `keepMs`. So callers that nobody counts make no work for the database.
 */
export function createCached<Result>(
  read: () => Promise<Result>,
  keepMs: number,
  clock: () => number,
): () => Promise<Result> {
  let kept: { outcome: Promise<Result>; until: number } | undefined;
  return () => {
    if (kept && clock() < kept.until) return kept.outcome;
    const entry = { outcome: read(), until: Number.POSITIVE_INFINITY };
    const keep = () => {
      entry.until = clock() + keepMs;
    };
    entry.outcome.then(keep, keep);
    kept = entry;
    return entry.outcome;
  };
}
