import { type Language, useSpeech } from '../shared/language.ts';
import { type ConnectWords, en } from './locales/en.ts';
import { fr } from './locales/fr.ts';

/** The words of these pages, in each language. */
export const CONNECT_WORDS: Record<Language, ConnectWords> = { en, fr };

/** Those of the page's language. */
export function useConnectWords(): ConnectWords {
  return CONNECT_WORDS[useSpeech().language];
}
