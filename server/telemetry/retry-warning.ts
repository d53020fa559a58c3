import type { Logger } from 'pino';
import type { AttemptReport } from '../delivery/attempt-report.ts';
import { retryProgress } from '../delivery/retry.ts';

/** Percent of a delivery's attempts. */
export const WARNING_LEVELS = [50, 70, 90] as const;
export type RetryWarning = (typeof WARNING_LEVELS)[number];

/** The level that a delivery's `tries`-th attempt reached, when it is to be tried again. */
export function warningAt(tries: number): RetryWarning | undefined {
  return WARNING_LEVELS.findLast(
    (level) => retryProgress(tries) * 100 >= level && retryProgress(tries - 1) * 100 < level,
  );
}

/** Tells the log, once for each level, that a channel's head keeps failing. Answers the level. */
export function warnOfRetries(
  logger: Pick<Logger, 'warn'>,
  { configurationId, tries, willRetry, attempt }: AttemptReport,
): RetryWarning | undefined {
  const level = willRetry ? warningAt(tries) : undefined;
  if (level) {
    logger.warn(
      { configurationId, tries, level, words: attempt.judgement.words },
      `A channel's oldest delivery has used up ${level} % of its attempts.`,
    );
  }
  return level;
}
