import type { Connector } from '../../manifest/connector.ts';
import type { Event } from '../events/event.ts';
import type { Card, Language } from './card.ts';

/** Whom a card is for. */
export interface CardContext {
  language: Language;
  /** IANA name of the channel's time zone, when it is known. */
  timeZone?: string | undefined;
  connector: Connector;
}

/**
 * Makes the card of one event type. The event's data is what its sender sent, so read it with the readers
 * of `server/events/fields.ts` and put text into Markdown only through `escapeMarkdown`, `markdownLink` or
 * `teamsMarkdown`.
 */
export type CardTemplate = (event: Event, context: CardContext) => Card;
