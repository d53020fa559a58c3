/** How a card looks at a glance; decides its colour. */
export type Severity = 'info' | 'success' | 'warning' | 'error';

/** Languages that the cards' own words exist in. */
export type Language = 'en' | 'fr';

/** Who did it. The name is plain text; `url` and `image` are http(s) addresses. */
export interface Actor {
  name: string;
  url?: string | undefined;
  image?: string | undefined;
}

/** A plain label and its value. The value may hold the Markdown subset. */
export interface Fact {
  title: string;
  value: string;
}

/** A button with a plain title that opens an http(s) or mailto address. */
export interface Link {
  title: string;
  url: string;
}

/**
 * One message, before it is rendered for a destination.
 *
 * `title`, `text` and fact values may hold the Markdown that Teams shows (bold, italic, lists, links);
 * whatever came from outside has been through `escapeMarkdown`, `markdownLink` or `teamsMarkdown`.
 * `summary` is plain: it is what a phone's lock screen shows.
 */
export interface Card {
  title: string;
  /** Plain text, one line, at most 120 characters. */
  summary: string;
  severity: Severity;
  actor?: Actor | undefined;
  facts: Fact[];
  text?: string | undefined;
  /** At most 4. */
  links: Link[];
  /** Where it came from, in a few plain words: "GitHub · octo/hello". */
  origin?: string | undefined;
  /** When it happened. */
  time?: Date | undefined;
  /** Language of the words that rendering adds; English when absent. */
  language?: Language | undefined;
  /** IANA name of the time zone that times are shown in; when absent, the reader's own or UTC. */
  timeZone?: string | undefined;
}
