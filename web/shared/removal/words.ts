import { type Language, useSpeech } from '../language.ts';
import { en, type RemovalWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, RemovalWords> = { en, fr };

/** The words of what a removal ends, in the page's language. */
export function useRemovalWords(): RemovalWords {
  return WORDS[useSpeech().language];
}
