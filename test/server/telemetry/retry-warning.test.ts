import { expect, it } from 'vitest';
import { retryProgress } from '../../../server/delivery/retry.ts';
import { warningAt, warnOfRetries } from '../../../server/telemetry/retry-warning.ts';
import { report } from './reports.ts';

const allTries = Array.from({ length: 12 }, (_, index) => index + 1);

it('each_level_is_told_once, in order, by the first attempt that reaches it', () => {
  const told = allTries.flatMap((tries) => {
    const level = warningAt(tries);
    return level ? [{ tries, level }] : [];
  });
  expect(told.map(({ level }) => level)).toEqual([50, 70, 90]);
  for (const { tries, level } of told) {
    expect(retryProgress(tries) * 100).toBeGreaterThanOrEqual(level);
    expect(retryProgress(tries - 1) * 100).toBeLessThan(level);
  }
});

it('writes one line with the configuration and Teams’ words', () => {
  const lines: unknown[][] = [];
  const logger = { warn: (...line: unknown[]) => void lines.push(line) };
  const levels = allTries.map((tries) => warnOfRetries(logger, report('try_again', { tries })));
  expect(levels.filter(Boolean)).toEqual([50, 70, 90]);
  expect(lines).toEqual(
    [50, 70, 90].map((level) => [
      {
        configurationId: 'the-configuration-of-a-test',
        tries: expect.any(Number),
        level,
        words: 'the words of a test',
      },
      `A channel's oldest delivery has used up ${level} % of its attempts.`,
    ]),
  );
});

it('says nothing of an attempt that no other follows', () => {
  const logger = {
    warn: () => {
      throw new Error('a line was written');
    },
  };
  for (const tries of allTries) {
    expect(warnOfRetries(logger, report('posted', { tries }))).toBeUndefined();
    expect(warnOfRetries(logger, report('try_again', { tries, willRetry: false }))).toBeUndefined();
  }
});
