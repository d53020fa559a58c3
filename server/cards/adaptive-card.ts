import type { Json, JsonObject } from '../events/event.ts';
import { adaptiveFacts } from './adaptive-facts.ts';
import { adaptiveMentions, mentionEntities, withoutMention } from './adaptive-mentions.ts';
import { BUDGET_BYTES, withinBudget } from './budget.ts';
import type { Actor, Card, Severity } from './card.ts';
import { footer } from './footer.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { severityLabel } from './severity-label.ts';
import { textBlock } from './text-block.ts';
import { timeWords } from './time.ts';

/** Container styles that every client of Teams paints, in each of its themes. */
const STYLES: Record<Severity, string> = {
  info: 'emphasis',
  success: 'good',
  warning: 'warning',
  error: 'attention',
};

/**
 * The body that a workflow's webhook takes: a message with one Adaptive Card 1.4. JSON of at most
 * `budgetBytes` bytes (see budget.ts).
 */
export function renderAdaptiveCard(card: Card, budgetBytes = BUDGET_BYTES): string {
  return withinBudget(card, message, budgetBytes);
}

/** The envelope is required. Without `summary`, phones announce the message as "Card". */
function message(card: Card): Json {
  const summary = withoutMention(card.summary);
  return {
    type: 'message',
    summary,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: adaptiveCard(card, summary),
      },
    ],
  };
}

function adaptiveCard(card: Card, summary: string): JsonObject {
  const actions = card.links.map(({ title, url }) => ({
    type: 'Action.OpenUrl',
    title: withoutMention(title),
    url,
  }));
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    // Teams shows cards in a narrow column unless they ask for the channel's width.
    msteams: { width: 'Full', ...mentionEntities(card) },
    fallbackText: summary,
    body: [
      headline(card),
      ...byline(card),
      ...(card.text === undefined ? [] : [textBlock(card.text)]),
      ...adaptiveMentions(card),
      ...adaptiveFacts(card.facts),
      ...footer(card).map((line) => textBlock(line, { size: 'Small', isSubtle: true })),
    ],
    ...(actions.length > 0 && { actions }),
  };
}

function headline(card: Card): JsonObject {
  const label = severityLabel(card);
  const title = textBlock(card.title, { size: 'Medium', weight: 'Bolder' });
  return {
    type: 'Container',
    style: STYLES[card.severity],
    bleed: true,
    items:
      label === ''
        ? [title]
        : [textBlock(label, { size: 'Small', weight: 'Bolder' }), { ...title, spacing: 'None' }],
  };
}

/** Who, from where and when; with the actor's picture before it. */
function byline(card: Card): JsonObject[] {
  const { actor } = card;
  const place = [escapeMarkdown(card.origin ?? ''), time(card)].filter((part) => part !== '').join(' · ');
  const lines = place === '' ? [] : [textBlock(place, { size: 'Small', isSubtle: true, spacing: 'Small' })];
  if (actor === undefined) return lines;

  const name = textBlock(markdownLink(actor.name, actor.url), { size: 'Small', weight: 'Bolder' });
  const words = {
    type: 'Column',
    width: 'stretch',
    verticalContentAlignment: 'Center',
    items: [name, ...lines],
  };
  return [{ type: 'ColumnSet', columns: [...picture(actor), words] }];
}

/** Teams loads pictures over https only. */
function picture({ name, image }: Actor): JsonObject[] {
  if (!image?.startsWith('https:')) return [];
  const person = { type: 'Image', url: image, altText: withoutMention(name), style: 'Person', size: 'Small' };
  return [{ type: 'Column', width: 'auto', items: [person] }];
}

/** In the channel's time zone; when that is not known, Teams shows each reader their own time. */
function time({ time, timeZone, language = 'en' }: Card): string {
  if (time === undefined || Number.isNaN(time.getTime())) return '';
  // Adaptive Cards' functions read years of four digits and no fractions of a second.
  const iso = time.toISOString().replace(/\.\d+Z$/, 'Z');
  if (timeZone !== undefined || iso.length > '2026-01-01T00:00:00Z'.length) {
    return timeWords(time, language, timeZone);
  }
  return `{{DATE(${iso}, SHORT)}} {{TIME(${iso})}}`;
}
