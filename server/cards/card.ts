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

/** A button, or a link in a line, with a plain title that opens an http(s) or mailto address. */
export interface Link {
  title: string;
  url: string;
}

/** A button that posts back to us. What it means is known to the system that sent the event. */
export interface Action {
  /** What that system calls it: at most 64 letters, digits, dots, hyphens and underscores. */
  id: string;
  /** Plain text: a verb, "Approve". */
  title: string;
  /** What the person who pressed it is told, as one plain line; without it that it was passed on. */
  done?: string | undefined;
}

/** Where a card's actions post to, and what ties such a post to this card alone. */
export interface PostBack {
  /** Our own address. */
  url: string;
  configuration: string;
  /** The event's number. */
  event: string;
  /** Proves that the card is one of ours: see server/card-actions/action-key.ts. */
  key: string;
}

/** A person whom the card calls: Teams tells them, where the destination can. */
export interface Mention {
  /** Entra object id or user principal name. */
  id: string;
  /** Plain text. */
  name: string;
}

/** What a card had to leave out to stay within its bounds; rendering says so. */
export interface LeftOut {
  facts: number;
  /** The end of some fact's value. */
  values: boolean;
  /** The end of the text. */
  text: boolean;
  picture: boolean;
  /** How many buttons. */
  links: number;
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
  /** At most 3, each id once. Only MessageCards have such buttons; of the 4 that Teams shows these come first. */
  actions?: Action[] | undefined;
  /** Without it the actions are not shown. */
  postBack?: PostBack | undefined;
  /** At most 10. MessageCards cannot mention: they show the names. */
  mentions?: Mention[] | undefined;
  /** Quiet links to our own pages, at the end of the card: "Pause for 1 hour". At most 4. */
  manage?: Link[] | undefined;
  /** Our own page with all of the event: what a shortened card links to. */
  eventUrl?: string | undefined;
  /** Filled by `bounded` and `withinBudget`. */
  leftOut?: LeftOut | undefined;
  /** Where it came from, in a few plain words: "GitHub · octo/hello". */
  origin?: string | undefined;
  /** When it happened. */
  time?: Date | undefined;
  /** Language of the words that rendering adds; English when absent. */
  language?: Language | undefined;
  /** IANA name of the time zone that times are shown in; when absent, the reader's own or UTC. */
  timeZone?: string | undefined;
}
