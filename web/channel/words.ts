import { type Language, useSpeech } from '../shared/language.ts';
import { type ChannelWords, en } from './locales/en.ts';
import { fr } from './locales/fr.ts';

const WORDS: Record<Language, ChannelWords> = { en, fr };

/** The words of this page alone: the others need not load them. */
export function useChannelWords(): ChannelWords {
  return WORDS[useSpeech().language];
}
