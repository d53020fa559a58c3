import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETRY_AFTER_MAX_MS, retryAfterMs } from '../../../server/destinations/retry-after.ts';
import { judgeConnectorAnswer, judgeWorkflowAnswer } from '../../../server/destinations/verdict.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['seconds', '30', 30_000],
    ['blanks around', ' 30 ', 30_000],
    ['a fraction', '0.25', 250],
    ['a very small fraction', '0.0001', 1],
    ['a date', 'Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
    ['more than a day', '86401', RETRY_AFTER_MAX_MS],
    ['more than numbers can hold', '9'.repeat(400), RETRY_AFTER_MAX_MS],
    ['a date in years', 'Fri, 21 Nov 2036 10:00:00 GMT', RETRY_AFTER_MAX_MS],
    ['nothing', undefined, undefined],
    ['an empty value', '', undefined],
    ['zero', '0', undefined],
    ['a negative number', '-30', undefined],
    ['a date in the past', 'Sat, 21 Nov 2026 09:59:30 GMT', undefined],
    ['an impossible date', 'Sat, 99 Nov 2026 10:00:30 GMT', undefined],
    ['another form of date', '2026-11-21T10:00:30Z', undefined],
    ['a date without zone', 'Sat, 21 Nov 2026 10:00:30', undefined],
    ['a date in another zone', 'Sat, 21 Nov 2026 10:00:30 PST', undefined],
    ['an exponent', '1e3', undefined],
    ['hexadecimal', '0x10', undefined],
    ['words', 'soon', undefined],
    ['two values', '30, 60', undefined],
  ])('with %s', (_what, header, waitMs) => {
    expect(retryAfterMs(header, NOW)).toBe(waitMs);
  });
});

const header = fc.oneof(
  fc.string(),
  fc.double().map(String),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
);

it('retry_after_only_ever_delays', () => {
  fc.assert(
    fc.property(
      header,
      fc.integer({ min: 100, max: 999 }),
      fc.date({ noInvalidDate: true }),
      fc.constantFrom(judgeConnectorAnswer, judgeWorkflowAnswer),
      fc.constantFrom('', 'Microsoft Teams endpoint returned HTTP error 429'),
      (retryAfter, status, now, judge, body) => {
        const without = judge({ kind: 'response', status, body }, now);
        const withIt = judge({ kind: 'response', status, body, retryAfter }, now);
        expect(withIt.verdict).toBe(without.verdict);
        expect(withIt.retryAfterMs ?? 0).toBeGreaterThanOrEqual(without.retryAfterMs ?? 0);
        if (withIt.retryAfterMs === undefined) return;
        expect(withIt.verdict).toBe('try_again');
        expect(withIt.retryAfterMs).toBeGreaterThan(0);
        expect(withIt.retryAfterMs).toBeLessThanOrEqual(RETRY_AFTER_MAX_MS);
        expect(Number.isInteger(withIt.retryAfterMs)).toBe(true);
      },
    ),
  );
});
