import { createContext, type ReactNode, useContext } from 'react';
import { en, type Words } from './locales/en.ts';
import { fr } from './locales/fr.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS: Record<Language, Words> = { en, fr };

/** The tag that the host tells pages. */
export const LOCALES: Record<Language, string> = { en: 'en-US', fr: 'fr-FR' };

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
