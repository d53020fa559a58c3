import type { Judgement } from '../destinations/verdict.ts';
import type { Reason } from './reasons.ts';
import { retryDelayMs } from './retry.ts';

/** What follows from an attempt for the deliveries that it carried. */
export interface Consequence {
  state: 'waiting' | 'sent' | 'failed';
  reason: Reason;
  /** The channel waits for so long before its next attempt. */
  holdMs: number | undefined;
  /** The destination is dead: the configuration becomes broken and keeps its queue. */
  broken: boolean;
  /** The attempts are used up: what has waited as long as this delivery is given up with it. */
  exhausted: boolean;
}

/** Decides by the verdict of a delivery's `tries`-th attempt. `random` is from 0 to 1. */
export function consequenceOf(judgement: Judgement, tries: number, random: number): Consequence {
  const settled = { holdMs: undefined, broken: false, exhausted: false };
  switch (judgement.verdict) {
    case 'posted':
      return { ...settled, state: 'sent', reason: 'posted' };
    case 'accepted':
      return { ...settled, state: 'sent', reason: 'accepted' };
    case 'card_wrong':
      return { ...settled, state: 'failed', reason: 'card-wrong' };
    case 'dead':
      return { ...settled, state: 'waiting', reason: 'destination-dead', broken: true };
    case 'try_again': {
      const holdMs = retryDelayMs(tries, judgement, random);
      return holdMs === undefined
        ? { ...settled, state: 'failed', reason: 'attempts-used-up', exhausted: true }
        : { ...settled, state: 'waiting', reason: 'retry', holdMs };
    }
  }
}
