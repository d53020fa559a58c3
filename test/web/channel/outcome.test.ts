import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../web/channel/outcome.ts';

describe('outcomeOf', () => {
  it.each([
    ['sent', 'posted', 'posted'],
    ['sent', 'accepted', 'accepted'],
    // A summary's verdict is not told of the single events in it.
    ['sent', undefined, 'sent'],
    ['waiting', undefined, 'waiting'],
    ['waiting', 'try_again', 'retry'],
    ['waiting', 'dead', 'stuck'],
    ['failed', 'card_wrong', 'refused'],
    ['failed', 'try_again', 'failed'],
    ['folded', undefined, 'folded'],
    ['dropped', undefined, 'dropped'],
    ['expired', 'try_again', 'expired'],
  ] as const)('calls %s with verdict %s %s', (state, verdict, outcome) => {
    expect(outcomeOf(verdict === undefined ? { state } : { state, verdict })).toBe(outcome);
  });
});
