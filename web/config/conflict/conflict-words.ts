import { type Language, useSpeech } from '../../shared/language.ts';
import { type ConflictWords, en } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, ConflictWords> = { en, fr };

/** The words of changes that others made, in the page's language. */
export function useConflictWords(): ConflictWords {
  return WORDS[useSpeech().language];
}
