import { type Language, useSpeech } from '../language.ts';
import { en, type StoryWords } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, StoryWords> = { en, fr };

/** The words of an event's story in the page's language. */
export function useStoryWords(): StoryWords {
  return WORDS[useSpeech().language];
}
