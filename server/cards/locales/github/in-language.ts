import type { Language } from '../../card.ts';
import { githubEn } from './en.ts';
import { githubFr } from './fr.ts';
import type { GithubWords } from './words.ts';

const WORDS: Record<Language, GithubWords> = { en: githubEn, fr: githubFr };

/** What cards say of GitHub's events in a language. */
export function githubWordsIn(language: Language): GithubWords {
  return WORDS[language];
}
