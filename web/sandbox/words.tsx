import { createContext, type ReactNode, useContext } from 'react';
import { en, type Words } from './locales/en.ts';
import { fr } from './locales/fr.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS: Record<Language, Words> = { en, fr };

/** What pages can be told of besides; the sandbox itself speaks English then. */
export const PAGE_LANGUAGES = [...LANGUAGES, 'de', 'es', 'pt', 'ja', 'ar'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** The tag that the host tells pages. */
export const LOCALES: Record<PageLanguage, string> = {
  en: 'en-US',
  fr: 'fr-FR',
  de: 'de-DE',
  es: 'es-ES',
  pt: 'pt-BR',
  ja: 'ja-JP',
  ar: 'ar-SA',
};

/** What the sandbox speaks with somebody of this language. */
export function languageOfWords(language: PageLanguage): Language {
  return LANGUAGES.find((known) => known === language) ?? 'en';
}

const LanguageContext = createContext<Language>('en');

export function LanguageProvider(props: { language: Language; children: ReactNode }) {
  return <LanguageContext value={props.language}>{props.children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of the chosen language. */
export function useWords(): Words {
  return WORDS[useLanguage()];
}
