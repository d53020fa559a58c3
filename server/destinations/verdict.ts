/** What an attempt came to; see docs/destinations.md for every answer that leads to each. */
export type Verdict = 'posted' | 'accepted' | 'try_again' | 'dead' | 'card_wrong';

/** What came back from a webhook, or that nothing did. */
export type Answer =
  | { kind: 'response'; status: number; body: string; retryAfter?: string }
  | { kind: 'no-response'; error: string };

export interface Judgement {
  verdict: Verdict;
  /** The destination's own words, without secrets, at most 500 characters. */
  words: string;
  /** Teams' ContextId, when it gave one. */
  contextId?: string;
  /** The least time to wait before the next attempt, in milliseconds. Only ever delays. */
  retryAfterMs?: number;
}
