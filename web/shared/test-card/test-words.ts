import { type Language, useSpeech } from '../language.ts';
import { en, type TestWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

/** The words of test cards, in each language. */
export const TEST_WORDS: Record<Language, TestWords> = { en, fr };

/** The words of test cards in the page's language. */
export function useTestWords(): TestWords {
  return TEST_WORDS[useSpeech().language];
}
