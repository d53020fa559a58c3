/** At most so many posts in any stretch of so many milliseconds. */
export interface Limit {
  posts: number;
  ms: number;
}

/** What Microsoft publishes for one webhook. */
export const TEAMS_LIMITS: readonly Limit[] = [
  { posts: 4, ms: 1_000 },
  { posts: 60, ms: 30_000 },
];

/**
 * Tells for one arrival after the other (moments in milliseconds, rising) whether it keeps to the limits. One
 * that does not is a violation; it does not count against those that follow, for Teams refuses it.
 */
export function createPaceGauge(limits: readonly Limit[]): (at: number) => boolean {
  const passed: number[] = [];
  const remembered = Math.max(0, ...limits.map(({ posts }) => posts));
  return (at) => {
    const keeps = limits.every(({ posts, ms }) => {
      const earlier = passed.at(-posts);
      return earlier === undefined || at - earlier >= ms;
    });
    if (keeps) passed.push(at);
    if (passed.length > remembered) passed.shift();
    return keeps;
  };
}
