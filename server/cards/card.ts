/** How a card looks at a glance; decides its colour. */
export type Severity = 'info' | 'success' | 'warning' | 'error';

/** Languages that the cards' own words exist in. */
export type Language = 'en' | 'fr';

/** Who did it. `url` and `image` are http(s) addresses. */
export interface Actor {
  name: string;
  url?: string;
  image?: string;
}

/** A label and its value. The value may hold the Markdown subset. */
export interface Fact {
  title: string;
  value: string;
}

/** A button that opens an http(s) address. */
export interface Link {
  title: string;
  url: string;
}

/**
 * One message, before it is rendered for a destination.
 *
 * `title`, `text` and fact values may hold the Markdown that Teams shows (bold, italic, lists, links);
 * whatever came from outside has been through `escapeMarkdown`. `summary` is plain: it is what a phone's
 * lock screen shows.
 */
export interface Card {
  title: string;
  /** Plain text, one line, at most 120 characters. */
  summary: string;
  severity: Severity;
  actor?: Actor;
  facts: Fact[];
  text?: string;
  /** At most 4. */
  links: Link[];
  /** Where it came from, in a few words: "GitHub · octo/hello". */
  origin?: string;
  /** When it happened. */
  time?: Date;
}
