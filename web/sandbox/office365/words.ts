import { type Language, useLanguage } from '../words.tsx';
import { en, type Office365Words } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, Office365Words> = { en, fr };

export function useOffice365Words(): Office365Words {
  return WORDS[useLanguage()];
}
