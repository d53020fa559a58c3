import type { Language } from '../card.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { CardWords } from './words.ts';

const WORDS: Record<Language, CardWords> = { en, fr };

/** The cards' own words in a language. */
export function wordsIn(language: Language): CardWords {
  return WORDS[language];
}
