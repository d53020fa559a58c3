import { type Language, useSpeech } from '../language.ts';
import { en, type PauseWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, PauseWords> = { en, fr };

/** The words of pausing and resuming in the page's language. */
export function usePauseWords(): PauseWords {
  return WORDS[useSpeech().language];
}
