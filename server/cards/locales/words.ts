import type { LeftOut, Severity } from '../card.ts';

/**
 * The cards' own words in one language. What is passed in is put in as it is: the caller escapes it for
 * Markdown, or leaves it plain for a summary.
 */
export interface CardWords {
  /** Stands in for an actor without a name. */
  somebody: string;
  open: string;
  more(count: number): string;
  /** The word beside a card's colour. */
  severity: Record<Exclude<Severity, 'info'>, string>;
  /** Says that a card was too large for Teams, and what it lacks. */
  shortened(leftOut: LeftOut): string;
  /** Leads to our page with all of the event. */
  wholeEvent: string;
  yes: string;
  no: string;
  /** Things that have no name to call them by. */
  entries(count: number): string;
  /** "Region: north", on one line with others. */
  labelled(label: string, value: string): string;
  /** Links to our own pages. */
  own: { mute: string; pause: string; channel: string };
  /** Cards that no event made. */
  test: {
    title: string;
    connected(name: string): string;
    /** Above the list of chosen kinds. */
    gets: string;
    arrived(name: string): string;
    /** Beside the name of who pressed the button. */
    by: string;
  };
  /** What becomes of a card, and of somebody, when a button that posts back was pressed. Plain text. */
  pressed: {
    /** Names the line that says which button it was. */
    answer: string;
    passedOn(title: string): string;
    already(title: string, by: string): string;
  };
  /** One card for many events. */
  digest: {
    /** `span` is a time with its unit: "2 minutes". */
    storm(count: number, span: string): string;
    digest: Record<'hourly' | 'daily' | 'weekly' | 'other', (count: number) => string>;
    catchUp(count: number): string;
    since: string;
  };
}
