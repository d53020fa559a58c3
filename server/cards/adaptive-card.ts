import type { Json, JsonObject } from '../events/event.ts';
import { BUDGET_BYTES, withinBudget } from './budget.ts';
import type { Actor, Card, Mention, Severity } from './card.ts';
import { footer } from './footer.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
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
  return {
    type: 'message',
    summary: card.summary,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: adaptiveCard(card),
      },
    ],
  };
}

function adaptiveCard(card: Card): JsonObject {
  const actions = card.links.map(({ title, url }) => ({ type: 'Action.OpenUrl', title, url }));
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    // Teams shows cards in a narrow column unless they ask for the channel's width.
    msteams: { width: 'Full', ...entities(card) },
    fallbackText: card.summary,
    body: [
      headline(card),
      ...byline(card),
      ...text(card),
      ...mentions(card),
      ...facts(card),
      ...footer(card).map((line) => textBlock(line, { size: 'Small', isSubtle: true })),
    ],
    ...(actions.length > 0 && { actions }),
  };
}

function headline(card: Card): JsonObject {
  return {
    type: 'Container',
    style: STYLES[card.severity],
    bleed: true,
    items: [textBlock(card.title, { size: 'Medium', weight: 'Bolder' })],
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
  const person = { type: 'Image', url: image, altText: name, style: 'Person', size: 'Small' };
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

function text(card: Card): JsonObject[] {
  return card.text === undefined ? [] : [textBlock(card.text)];
}

/** Teams looks for the text of each mention, and puts the person there. */
const tagged = ({ name }: Mention) => `<at>${name}</at>`;

function mentions({ mentions = [] }: Card): JsonObject[] {
  return mentions.length === 0 ? [] : [textBlock(mentions.map(tagged).join(' '))];
}

function entities({ mentions = [] }: Card): JsonObject {
  if (mentions.length === 0) return {};
  return {
    entities: mentions.map((mention) => ({
      type: 'mention',
      text: tagged(mention),
      mentioned: { id: mention.id, name: mention.name },
    })),
  };
}

function facts(card: Card): JsonObject[] {
  if (card.facts.length === 0) return [];
  const entries = card.facts.map(({ title, value }) => ({ title: escapeMarkdown(title), value }));
  return [{ type: 'FactSet', facts: entries }];
}

function textBlock(markdown: string, look: JsonObject = {}): JsonObject {
  return { type: 'TextBlock', text: markdown, wrap: true, ...look };
}
