import type { BacktestAnswer } from '../../../server/lookback/schema.ts';
import type { BacktestWords } from './locales/en.ts';

/** What is counted: where several events go on one card, events. */
export type Unit = 'cards' | 'events';

/** What a backtest came to, in one sentence: "14 cards in the last 7 days instead of 212." */
export function outcomeOf(answer: BacktestAnswer, words: BacktestWords, locale: string, unit: Unit): string {
  const { came, atLeast, tried, passed } = answer;
  const format = new Intl.NumberFormat(locale);
  const shownCame = atLeast ? words.atLeast(format.format(came)) : format.format(came);
  if (came === 0) return words.noneCame;
  if (tried < came && passed < tried) {
    return words.cut(format.format(passed), format.format(tried), shownCame);
  }
  if (passed === 0) return words.nonePassed(shownCame);
  // What passes of all that is tried, passes of the rest too only when nothing is filtered; then all came.
  if (passed === tried) return words.all(words[unit]({ count: came, text: shownCame }));
  return words.fewer(words[unit]({ count: passed, text: format.format(passed) }), shownCame);
}
