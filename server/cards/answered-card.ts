import type { Card } from './card.ts';
import { wordsIn } from './locales/in-language.ts';
import { escapeMarkdown } from './markdown.ts';
import { timeWords } from './time.ts';

/** Which button was pressed, by whom and when. Plain texts. */
export interface CardAnswer {
  title: string;
  by: string;
  at: Date;
}

/** The card once a button that posts back was pressed: it says so first of all facts, and offers no more such buttons. */
export function answeredCard(card: Card, { title, by, at }: CardAnswer): Card {
  const { language = 'en', timeZone } = card;
  const value = [`**${escapeMarkdown(title)}**`, escapeMarkdown(by), timeWords(at, language, timeZone)];
  const answer = { title: wordsIn(language).pressed.answer, value: value.join(' · ') };
  return { ...card, facts: [answer, ...card.facts], actions: [], postBack: undefined };
}
