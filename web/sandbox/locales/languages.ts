import type { PageLanguage } from '../words.tsx';

/** What languages call themselves: the same in every language. */
export const languages: Record<PageLanguage, string> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  pt: 'Português',
  ja: '日本語',
  ar: 'العربية',
};
