import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { startDeadline } from '../destinations/deadline.ts';
import type { DestinationKind } from '../destinations/destination.ts';
import type { Poster } from '../destinations/post.ts';
import { ProblemError } from '../problem.ts';
import { type Attempt, postAndJudge } from './attempt.ts';
import type { AttemptReport } from './attempt-report.ts';
import { nextPostAt, type PaceWindow } from './pace.ts';
import { createRecentPosts } from './recent-posts.ts';
import { recordTest } from './record-test.ts';

/** One test card, rendered. */
interface TestPost {
  configurationId: string;
  kind: DestinationKind;
  url: string;
  /** Keyed hash of the URL: the outcome counts for the configuration when it posts there now. */
  fingerprint: string;
  /** The distance between posts that the channel has learned, when the URL is the channel's. */
  gapMs: number | undefined;
  body: string;
  signal: AbortSignal;
}

/** Posts a card at once, past what waits, and writes the attempt down. */
export type PostTest = (test: TestPost) => Promise<Attempt>;

export interface TestPosterOptions {
  pool: Pool;
  poster: Poster;
  windows: readonly PaceWindow[];
  now(): Date;
  onAttempt(report: AttemptReport): void;
}

/** Somebody waits for the answer, and a host for theirs: a save has 20 s in all. */
const ANSWER_TIMEOUT_MS = 7_000;
/** A channel at full pace gets cards enough to see that they arrive. */
const PACE_PATIENCE_MS = 2_000;

/**
 * Makes what posts test cards. They pass schedule, pause and queue, but not the pace: Teams would refuse the
 * next real card. Posts that other nodes have under way are not seen; one too many is a 429, and tried again.
 */
export function createTestPoster({ pool, poster, windows, now, onAttempt }: TestPosterOptions): PostTest {
  const recentPosts = createRecentPosts(pool, Math.max(...windows.map(({ posts }) => posts)));

  const keepPace = async ({ configurationId, gapMs, signal }: TestPost) => {
    // Another webhook has a pace of its own, and nothing was posted there yet.
    if (gapMs === undefined) return;
    const endedAt = await recentPosts(configurationId);
    const rest = nextPostAt({ endedAt, gapMs }, windows) - performance.now();
    if (rest > PACE_PATIENCE_MS) {
      throw new ProblemError(
        'test-too-soon',
        'The channel gets cards as fast as Teams allows. Wait a moment.',
      );
    }
    if (rest > 0) await delay(rest, undefined, { signal });
  };

  return async (test) => {
    await keepPace(test);
    const stop = new AbortController();
    const release = startDeadline(ANSWER_TIMEOUT_MS, test.signal, (reason) => stop.abort(reason));
    const attempt = await postAndJudge({ poster, now }, test, test.body, stop.signal);
    release();
    await recordTest(pool, test, attempt);
    onAttempt({
      configurationId: test.configurationId,
      kind: 'test',
      attempt,
      tries: 1,
      willRetry: false,
      sinceAcceptanceMs: 0,
      eventIds: [],
    });
    return attempt;
  };
}
