import { type Language, useSpeech } from '../shared/language.ts';
import { type EventWords, en } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, EventWords> = { en, fr };

/** The words of this page alone: the others need not load them. */
export function useEventWords(): EventWords {
  return WORDS[useSpeech().language];
}
