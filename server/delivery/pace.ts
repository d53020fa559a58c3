/** At most so many posts in any stretch of so many milliseconds. */
export interface PaceWindow {
  posts: number;
  ms: number;
}

/** What Teams publishes for a webhook and keeps to (docs/destinations.md). Longer windows can be set. */
export const DEFAULT_WINDOWS: readonly PaceWindow[] = [
  { posts: 4, ms: 1_000 },
  { posts: 60, ms: 30_000 },
];

/**
 * What is remembered of a channel's posts. Times are milliseconds of one monotonic clock.
 *
 * `endedAt` holds when posts ended, oldest first, as far back as the windows look. `gapMs` is the learned
 * distance between posts: nothing until the destination says "too many requests".
 */
export interface Pace {
  endedAt: readonly number[];
  gapMs: number;
}

export const FRESH_PACE: Pace = { endedAt: [], gapMs: 0 };

const FIRST_GAP_MS = 500;
const MAX_GAP_MS = 30_000;
/** Each good post takes this part off the gap: back to full speed after some thirty of them. */
const RECOVERY = 0.9;
const SMALLEST_GAP_MS = 50;

/**
 * The earliest moment for the next post. It is counted from the end of earlier posts: a post arrives before
 * it ends and after it starts, so whatever the network's delays are, the receiver never sees a window passed.
 */
export function nextPostAt({ endedAt, gapMs }: Pace, windows: readonly PaceWindow[]): number {
  const last = endedAt.at(-1);
  if (last === undefined) return 0;
  const ends = windows.map(({ posts, ms }) => {
    const bound = endedAt.at(-posts);
    return bound === undefined ? 0 : bound + ms;
  });
  return Math.max(last + gapMs, ...ends);
}

/** The pace after a post that ended at `endedAt`. */
export function afterPost(
  pace: Pace,
  windows: readonly PaceWindow[],
  endedAt: number,
  throttled: boolean,
): Pace {
  const kept = Math.max(...windows.map(({ posts }) => posts));
  return {
    // A clock that steps back must not open a window.
    endedAt: [...pace.endedAt, Math.max(endedAt, pace.endedAt.at(-1) ?? endedAt)].slice(-kept),
    gapMs: throttled ? slower(pace.gapMs) : faster(pace.gapMs),
  };
}

/** How many posts the pace lets through in a stretch of time, starting with nothing remembered. */
export function capacity(windows: readonly PaceWindow[], gapMs: number, ms: number): number {
  const byWindow = windows.map((window) => window.posts * Math.ceil(ms / window.ms));
  return Math.max(1, Math.min(...byWindow, gapMs > 0 ? Math.ceil(ms / gapMs) : Number.POSITIVE_INFINITY));
}

function slower(gapMs: number): number {
  return Math.min(MAX_GAP_MS, Math.max(FIRST_GAP_MS, gapMs * 2));
}

function faster(gapMs: number): number {
  const next = gapMs * RECOVERY;
  return next < SMALLEST_GAP_MS ? 0 : next;
}
