import { type Language, useSpeech } from '../language.ts';
import { en, type WhenWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, WhenWords> = { en, fr };

/** The words of when a channel is told, in the page's language. */
export function useWhenWords(): WhenWords {
  return WORDS[useSpeech().language];
}
