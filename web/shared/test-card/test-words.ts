import { type Language, useSpeech } from '../language.ts';
import { en, type TestWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, TestWords> = { en, fr };

/** The words of test cards in the page's language. */
export function useTestWords(): TestWords {
  return WORDS[useSpeech().language];
}
