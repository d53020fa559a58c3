import type { AttemptReport } from '../../../server/delivery/attempt-report.ts';
import type { Verdict } from '../../../server/destinations/verdict.ts';

/** An attempt that took 250 ms, 2 s after the acceptance of its event; `change` is what differs. */
export function report(verdict: Verdict, change: Partial<AttemptReport> = {}): AttemptReport {
  return {
    configurationId: 'the-configuration-of-a-test',
    kind: 'single',
    attempt: {
      startedAt: 1_000,
      endedAt: 1_250,
      status: 202,
      judgement: { verdict, words: 'the words of a test' },
    },
    tries: 1,
    willRetry: verdict === 'try_again',
    sinceAcceptanceMs: 2_000,
    eventIds: [1n],
    ...change,
  };
}
