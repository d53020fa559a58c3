import { type Language, useSpeech } from './language.ts';
import { en, type SignInWords } from './locales/sign-in/en.ts';
import { fr } from './locales/sign-in/fr.ts';

/** The words of signing in, in each language. */
export const SIGN_IN_WORDS: Record<Language, SignInWords> = { en, fr };

/** Those of the page's language. */
export function useSignInWords(): SignInWords {
  return SIGN_IN_WORDS[useSpeech().language];
}
