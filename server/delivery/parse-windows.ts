import type { PaceWindow } from './pace.ts';

const UNITS_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000 };
/** So many ends of posts are remembered per channel. */
const MOST_POSTS = 1_000;
const LONGEST_MS = 24 * 3_600_000;

/**
 * Reads the windows of a pace as an operator writes them: `4/1s,60/30s,1000/24h`. Throws an Error whose
 * message says what it must be.
 */
export function parseWindows(value: string): PaceWindow[] {
  return value.split(',').map((entry) => {
    const [, posts, length, unit] = /^(\d{1,4})\/(\d{1,5})(s|m|h)$/.exec(entry.trim()) ?? [];
    const window = { posts: Number(posts), ms: Number(length) * (UNITS_MS[unit ?? ''] ?? Number.NaN) };
    const good = window.posts >= 1 && window.posts <= MOST_POSTS && window.ms >= 1 && window.ms <= LONGEST_MS;
    if (!good) {
      throw new Error(
        `must hold windows such as 4/1s,60/30s (posts, 1 to ${MOST_POSTS}, in up to 24h); "${entry}" is none.`,
      );
    }
    return window;
  });
}
