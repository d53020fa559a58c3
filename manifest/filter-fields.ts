import type { Words } from './connector.ts';

/** Something that a channel's filter can ask of an event. */
export interface FilterField {
  /** Keys of the event's `data`, joined by dots; or `@type`, `@source`, `@subject`. */
  field: string;
  title: Words;
  /** What it holds, so that a page can offer the fitting operators. A list fits when one element does. */
  kind: 'text' | 'list' | 'yes or no';
  /** With its article, as a sentence names it: "the branch", « la branche ». Left out: the quoted title. */
  inSentence?: Words;
  /** Whether it tells who acted, or that nobody did but a program: a page can mute these with one switch. */
  role?: 'person' | 'bot';
}
