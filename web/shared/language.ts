import { createContext, useContext, useEffect, useState } from 'react';
import { en, type Words } from './locales/en.ts';

export type Language = 'en' | 'fr';

/** A language, and the locale that dates and numbers follow. */
export interface Tongue {
  language: Language;
  /** A BCP 47 tag, such as `fr-CA`. */
  locale: string;
}

/** A tongue with its words. */
export interface Speech extends Tongue {
  words: Words;
}

/**
 * The first of the locales that names a language we speak; English otherwise. Locales come from the host,
 * the address and the browser, so any of them may be missing or odd.
 */
export function tongueFor(...locales: (string | null | undefined)[]): Tongue {
  for (const locale of locales) {
    const language = languageOf(locale);
    if (language !== undefined) return { language, locale: locale ?? language };
  }
  return { language: 'en', locale: 'en' };
}

function languageOf(locale: string | null | undefined): Language | undefined {
  try {
    const { language } = new Intl.Locale(locale ?? '');
    return language === 'en' || language === 'fr' ? language : undefined;
  } catch {
    return undefined;
  }
}

export const SpeechContext = createContext<Speech>({ language: 'en', locale: 'en', words: en });

/** What was loaded already; everybody has English, because the types of the others come from it. */
const loaded: { en: Words; fr?: Words } = { en };

/**
 * The words of a tongue, loaded when they are needed; undefined until then. Fails open: French words that
 * cannot be loaded leave the page in English.
 */
export function useSpeechOf({ language, locale }: Tongue): Speech | undefined {
  const [, setRound] = useState(0);
  useEffect(() => {
    if (loaded[language]) return;
    let current = true;
    loadFrench().then((words) => {
      loaded.fr = words;
      if (current) setRound((last) => last + 1);
    });
    return () => {
      current = false;
    };
  }, [language]);
  const words = loaded[language];
  return words && { language, locale, words };
}

function loadFrench(): Promise<Words> {
  return import('./locales/fr.ts').then(
    ({ fr }) => fr,
    () => en,
  );
}

/** The words of the page's language. */
export function useWords(): Words {
  return useContext(SpeechContext).words;
}

/** The page's language with its locale, for dates and for what is asked of the server. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
