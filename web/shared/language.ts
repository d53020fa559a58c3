import { createContext, useContext } from 'react';
import { en, type Words } from './locales/en.ts';
import { fr } from './locales/fr.ts';

export type Language = 'en' | 'fr';

const WORDS: Record<Language, Words> = { en, fr };

/** What is shown in a language, and the locale that dates and numbers follow. */
export interface Speech {
  language: Language;
  /** A BCP 47 tag, such as `fr-CA`. */
  locale: string;
  words: Words;
}

/**
 * The first of the locales that names a language we speak; English otherwise. Locales come from the host,
 * the address and the browser, so any of them may be missing or odd.
 */
export function speechFor(...locales: (string | null | undefined)[]): Speech {
  for (const locale of locales) {
    const language = languageOf(locale);
    if (language !== undefined) return { language, locale: locale ?? language, words: WORDS[language] };
  }
  return { language: 'en', locale: 'en', words: WORDS.en };
}

function languageOf(locale: string | null | undefined): Language | undefined {
  try {
    const { language } = new Intl.Locale(locale ?? '');
    return language === 'en' || language === 'fr' ? language : undefined;
  } catch {
    return undefined;
  }
}

export const SpeechContext = createContext<Speech>(speechFor('en'));

/** The words of the page's language. */
export function useWords(): Words {
  return useContext(SpeechContext).words;
}

/** The page's language with its locale, for dates and for what is asked of the server. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
