import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BacktestAnswer } from '../../../../server/lookback/schema.ts';
import { outcomeOf, type Unit } from '../../../../web/config/backtest/outcome.ts';
import { BACKTEST_WORDS } from '../../../../web/config/backtest/words.ts';

const say = (part: Partial<BacktestAnswer>, language: 'en' | 'fr' = 'en', unit: Unit = 'cards') =>
  outcomeOf(
    { days: 7, came: 0, atLeast: false, tried: 0, passed: 0, samples: [], ...part },
    BACKTEST_WORDS[language],
    language,
    unit,
  );

it.each([
  [{ came: 212, tried: 212, passed: 14 }, '14 cards in the last 7 days instead of 212.'],
  [{ came: 212, tried: 212, passed: 1 }, '1 card in the last 7 days instead of 212.'],
  [{ came: 212, tried: 212, passed: 212 }, '212 cards in the last 7 days.'],
  [
    { came: 212, tried: 212, passed: 0 },
    'Nothing in the last 7 days instead of 212: no event passes the filters.',
  ],
  [
    { came: 9_000, tried: 2_000, passed: 14 },
    '14 of the newest 2,000 events pass. In the last 7 days 9,000 came.',
  ],
  [{ came: 9_000, tried: 2_000, passed: 2_000 }, '9,000 cards in the last 7 days.'],
  [
    { came: 10_000, atLeast: true, tried: 2_000, passed: 2_000 },
    'more than 10,000 cards in the last 7 days.',
  ],
  [{}, 'None of the chosen events came in the last 7 days.'],
])('%j is said as "%s"', (answer, sentence) => {
  expect(say(answer)).toBe(sentence);
});

it('speaks French', () => {
  expect(say({ came: 212, tried: 212, passed: 14 }, 'fr')).toBe(
    '14 cartes ces 7 derniers jours au lieu de 212.',
  );
});

it('counts events where they do not come on a card each', () => {
  expect(say({ came: 5, tried: 5, passed: 1 }, 'en', 'events')).toBe(
    '1 event in the last 7 days instead of 5.',
  );
});

it('claims_nothing_of_events_that_were_not_tried', () => {
  fc.assert(
    fc.property(fc.nat(50_000), fc.nat(2_000), fc.nat(2_000), (more, tried, passed) => {
      const answer = { came: tried + more, tried, passed: Math.min(passed, tried) };
      if (more > 0 && tried > 0 && answer.passed < tried) expect(say(answer)).toContain('of the newest');
      else expect(say(answer)).not.toContain('of the newest');
    }),
  );
});
