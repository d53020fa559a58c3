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

/** A rendered card to an address that nothing is saved for. */
interface Trial {
  kind: DestinationKind;
  url: string;
  body: string;
  signal: AbortSignal;
}

/** A rendered card of a configuration. */
interface TestPost extends Trial {
  configurationId: string;
  /** Keyed hash of the URL: the outcome counts for the configuration when it posts there now. */
  fingerprint: string;
  /** The distance between posts that the channel has learned, when the URL is the channel's. */
  gapMs: number | undefined;
}

/** Posts a card at once, past what waits, and writes the attempt down. */
export type PostTest = (test: TestPost) => Promise<Attempt>;
/** Posts a card to see what comes of it. Nothing is written down, and no pace is known. */
export type PostTrial = (trial: Trial) => Promise<Attempt>;

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
export function createTestPoster({ pool, poster, windows, now, onAttempt }: TestPosterOptions): {
  postTest: PostTest;
  postTrial: PostTrial;
} {
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

  const post = async ({ body, signal, ...target }: Trial) => {
    const stop = new AbortController();
    const release = startDeadline(ANSWER_TIMEOUT_MS, signal, (reason) => stop.abort(reason));
    const attempt = await postAndJudge({ poster, now }, target, body, stop.signal);
    release();
    return attempt;
  };
  const report = (attempt: Attempt, configurationId?: string) =>
    onAttempt({
      ...(configurationId !== undefined && { configurationId }),
      kind: 'test',
      attempt,
      tries: 1,
      willRetry: false,
      sinceAcceptanceMs: 0,
      eventIds: [],
    });

  return {
    async postTest(test) {
      await keepPace(test);
      const attempt = await post(test);
      await recordTest(pool, test, attempt);
      report(attempt, test.configurationId);
      return attempt;
    },
    async postTrial(trial) {
      const attempt = await post(trial);
      report(attempt);
      return attempt;
    },
  };
}
