import { type Language, useSpeech } from '../../shared/language.ts';
import { type BacktestWords, en } from './locales/en.ts';
import { fr } from './locales/fr.ts';

/** The words of the backtest and the preview, in each language; they come with that part of the page. */
export const BACKTEST_WORDS: Record<Language, BacktestWords> = { en, fr };

export function useBacktestWords(): BacktestWords {
  return BACKTEST_WORDS[useSpeech().language];
}
