import { type Language, useSpeech } from '../shared/language.ts';
import { en, type OperateWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

/** The words of this page, in each language. */
export const OPERATE_WORDS: Record<Language, OperateWords> = { en, fr };

/** Those of the page's language. */
export function useOperateWords(): OperateWords {
  return OPERATE_WORDS[useSpeech().language];
}
