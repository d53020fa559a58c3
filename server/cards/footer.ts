import type { Card } from './card.ts';
import { wordsIn } from './locales/in-language.ts';
import { markdownLink } from './markdown.ts';

/** The quiet lines at the end of a card, as Markdown: what it had to leave out, and links to our pages. */
export function footer(card: Card): string[] {
  const manage = (card.manage ?? []).map(({ title, url }) => markdownLink(title, url)).join(' · ');
  return [note(card), manage].filter((line) => line !== '');
}

function note({ leftOut, eventUrl, manage = [], language = 'en' }: Card): string {
  if (leftOut === undefined) return '';
  const words = wordsIn(language);
  const isLinkedBelow = manage.some(({ url }) => url === eventUrl);
  const link = isLinkedBelow || eventUrl === undefined ? '' : ` ${markdownLink(words.wholeEvent, eventUrl)}`;
  return words.shortened(leftOut) + link;
}
