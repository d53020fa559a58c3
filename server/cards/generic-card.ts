import { eventTypeTitle } from '../events/catalog.ts';
import type { Event } from '../events/event.ts';
import { textAt } from '../events/fields.ts';
import type { Card, Fact } from './card.ts';
import { actorOf, factsOf, linksOf, linkTo, severityOf } from './convention.ts';
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
  const { data } = event;
  const title = textAt(data, 'title');
  const text = textAt(data, 'text');
  const kind = eventTypeTitle(context.connector, event.type, context.language);
  return {
    title: escapeMarkdown(title ?? kind),
    summary: plainLine(title ?? text ?? kind, CARD_LIMITS.summary),
    severity: severityOf(data),
    actor: actorOf(data),
    facts: [...(title === undefined ? subjectFact(event, context) : []), ...factsOf(data)],
    text: text && teamsMarkdown(text),
    links: [...linkTo(wordsIn(context.language).open, textAt(data, 'url')), ...linksOf(data)],
    origin: [context.connector.name, ...sourceWords(event.source)].join(' · '),
    time: event.time,
  };
}

/** What the event is about, for a card whose title cannot say it. */
function subjectFact(event: Event, { language }: CardContext): Fact[] {
  const { subject } = event;
  return subject ? [{ title: wordsIn(language).subject, value: escapeMarkdown(subject) }] : [];
}

/**
 * A source as people read it: "https://ci.example/builds/" is "ci.example/builds". A URN is for machines:
 * events without a source of their own carry one.
 */
function sourceWords(source: string): string[] {
  return source.startsWith('urn:') ? [] : [source.replace(/^https?:\/\//, '').replace(/\/$/, '')];
}
