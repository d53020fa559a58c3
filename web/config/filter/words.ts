import { type Language, useSpeech } from '../../shared/language.ts';
import { en, type FilterWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

/** The words of filters, in each language; they come with the part of the page that needs them. */
export const FILTER_WORDS: Record<Language, FilterWords> = { en, fr };

export function useFilterWords(): FilterWords {
  return FILTER_WORDS[useSpeech().language];
}
