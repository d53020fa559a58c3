import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consequenceOf } from '../../../server/delivery/outcome.ts';
import type { Judgement, Verdict } from '../../../server/destinations/verdict.ts';

const judged = (verdict: Verdict, retryAfterMs?: number): Judgement => ({
  verdict,
  words: 'said',
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});
/** More than any delivery is given. */
const TOO_MANY_TRIES = 100;

describe('an attempt', () => {
  it.each(['posted', 'accepted'] as const)(
    'that was %s settles its delivery, in the same word',
    (verdict) => {
      expect(consequenceOf(judged(verdict), 1, 0)).toEqual({
        state: 'sent',
        reason: verdict,
        holdMs: undefined,
        broken: false,
        exhausted: false,
      });
    },
  );

  it('with a wrong card fails its delivery alone: the channel goes on', () => {
    expect(consequenceOf(judged('card_wrong'), 1, 0)).toMatchObject({
      state: 'failed',
      reason: 'card-wrong',
      holdMs: undefined,
      broken: false,
      exhausted: false,
    });
  });

  it('at a dead destination breaks the configuration and keeps the delivery', () => {
    expect(consequenceOf(judged('dead'), TOO_MANY_TRIES, 0)).toMatchObject({
      state: 'waiting',
      reason: 'destination-dead',
      broken: true,
      exhausted: false,
    });
  });

  it('that failed for the moment holds the channel, and its delivery waits', () => {
    expect(consequenceOf(judged('try_again'), 1, 0)).toMatchObject({
      state: 'waiting',
      reason: 'retry',
      holdMs: 2_000,
      broken: false,
    });
  });

  it('after too many requests holds the channel for as long as it was asked to', () => {
    expect(consequenceOf(judged('try_again', 60_000), 1, 0)).toMatchObject({ holdMs: 60_000 });
  });

  it('that was the last one fails its delivery', () => {
    expect(consequenceOf(judged('try_again', 60_000), TOO_MANY_TRIES, 0)).toEqual({
      state: 'failed',
      reason: 'attempts-used-up',
      holdMs: undefined,
      broken: false,
      exhausted: true,
    });
  });
});

it('a_delivery_that_waits_has_a_cause_to_wait', () => {
  const verdict = fc.constantFrom<Verdict>('posted', 'accepted', 'try_again', 'dead', 'card_wrong');
  const tries = fc.integer({ min: 1, max: 20 });
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(verdict, tries, random, (kind, count, drawn) => {
      const { state, holdMs, broken } = consequenceOf(judged(kind), count, drawn);
      expect(state === 'waiting').toBe(holdMs !== undefined || broken);
    }),
  );
});
