import { eventTypeOf } from '../events/catalog.ts';
import type { Event } from '../events/event.ts';
import type { Card } from './card.ts';
import { linkTo, readConvention } from './convention.ts';
import { labelOfWords, wordsOfName } from './field-label.ts';
import { withoutScheme } from './field-value.ts';
import { CARD_LIMITS } from './limits.ts';
import { wordsIn } from './locales/in-language.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import { teamsMarkdown } from './teams-markdown.ts';
import type { CardContext } from './template.ts';

/**
 * The card of an event without a template: what the convention's fields say, the other fields as facts,
 * and the event type's title where the sender gives none. Also a start for templates that change a part.
 */
export function genericCard(event: Event, context: CardContext): Card {
  const { language, timeZone, connector } = context;
  const words = wordsIn(language);
  const said = readConvention(event, { language, timeZone, at: event.time });
  const kind = kindOf(event.type, context);
  const title = said.title ?? (said.name === undefined ? kind : words.labelled(kind, said.name));
  // A lock screen shows no more than this, so it must not stop at what kind of thing happened.
  const bare = said.title === undefined && said.name === undefined && said.text !== undefined;
  return {
    title: escapeMarkdown(title),
    summary: plainLine(bare ? words.labelled(kind, said.text ?? '') : title, CARD_LIMITS.summary),
    severity: said.severity,
    actor: said.actor,
    facts: said.facts,
    text: said.text && teamsMarkdown(said.text),
    mentions: said.mentions,
    links: [...linkTo(words.open, said.url), ...said.links],
    actions: said.actions,
    origin: [connector.name, ...sourceWords(event.source)].join(' · '),
    time: event.time,
  };
}

/**
 * The title of the event's type; of one that the connector does not offer, its last words:
 * "com.example.build.finished.v1" is "Build finished".
 */
function kindOf(type: string, { connector, language }: CardContext): string {
  const offered = eventTypeOf(connector, type);
  if (offered) return offered.title[language];
  const parts = type.split(/[./:]/).filter((part) => part !== '' && !/^v?\d+$/.test(part));
  return labelOfWords(parts.slice(-2).flatMap(wordsOfName)) || type;
}

/**
 * A source as people read it: "https://ci.example/builds/" is "ci.example/builds". A URN is for machines:
 * events without a source of their own carry one.
 */
export function sourceWords(source: string): string[] {
  return source.startsWith('urn:') ? [] : [withoutScheme(source)];
}
