import type { Json, JsonObject } from '../events/event.ts';
import { bounded } from './bounded.ts';
import { BUDGET_BYTES, withinBudget } from './budget.ts';
import type { Action, Card, PostBack, Severity } from './card.ts';
import { footer } from './footer.ts';
import { leavingOut, NOTHING_LEFT_OUT } from './left-out.ts';
import { CARD_LIMITS } from './limits.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { severityLabel } from './severity-label.ts';
import { timeWords } from './time.ts';

/** The colour of the card's edge, as hexadecimal RGB without a number sign. */
const COLOURS: Record<Severity, string> = {
  info: '5B5FC7',
  success: '107C10',
  warning: 'F7B500',
  error: 'C4314B',
};

/**
 * The body that a connector's webhook takes: a MessageCard. JSON of at most `budgetBytes` bytes (see
 * budget.ts). The title stands in the section, where Markdown holds; a MessageCard's own `title` is plain.
 */
export function renderMessageCard(card: Card, budgetBytes = BUDGET_BYTES): string {
  return withinBudget(withRoomForActions(card), messageCard, budgetBytes);
}

/** Links give way to what posts back, and the card says how many did. */
function withRoomForActions(given: Card): Card {
  if (shownActions(given).length === 0) return given;
  const card = bounded(given);
  const links = card.links.slice(0, CARD_LIMITS.links - shownActions(card).length);
  const leftOut = leavingOut(card.leftOut, { ...NOTHING_LEFT_OUT, links: card.links.length - links.length });
  return { ...card, links, leftOut };
}

function shownActions({ actions = [], postBack }: Card): Action[] {
  return postBack === undefined ? [] : actions;
}

function messageCard(card: Card): Json {
  const buttons = [...card.links.map(openUri), ...httpPosts(card)];
  return {
    '@type': 'MessageCard',
    '@context': 'https://schema.org/extensions',
    summary: card.summary,
    themeColor: COLOURS[card.severity],
    sections: [section(card), ...footerSection(card)],
    ...(buttons.length > 0 && { potentialAction: buttons }),
  };
}

function section(card: Card): JsonObject {
  const { title, actor, facts } = card;
  const text = paragraphs([card.text ?? '', names(card)]);
  const subtitle = byline(card);
  return {
    activityTitle: title,
    ...(subtitle !== '' && { activitySubtitle: subtitle }),
    // Teams loads pictures over https only.
    ...(actor?.image?.startsWith('https:') && { activityImage: actor.image }),
    ...(text !== '' && { text }),
    ...(facts.length > 0 && {
      facts: facts.map(({ title, value }) => ({ name: escapeMarkdown(title), value })),
    }),
    markdown: true,
  };
}

function footerSection(card: Card): JsonObject[] {
  const text = paragraphs(footer(card));
  return text === '' ? [] : [{ text, markdown: true }];
}

/** MessageCards cannot mention anybody. */
function names({ mentions = [] }: Card): string {
  return mentions.map(({ name }) => escapeMarkdown(name)).join(', ');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** How grave, who, from where and when, on one line. */
function byline(card: Card): string {
  const { actor, origin, time, language = 'en', timeZone } = card;
  const label = severityLabel(card);
  const name = actor === undefined ? '' : markdownLink(actor.name, actor.url);
  const known = time !== undefined && !Number.isNaN(time.getTime());
  const when = known ? escapeMarkdown(timeWords(time, language, timeZone)) : '';
  return [label && `**${label}**`, name, escapeMarkdown(origin ?? ''), when]
    .filter((part) => part !== '')
    .join(' · ');
}

function openUri({ title, url }: Card['links'][number]): JsonObject {
  return { '@type': 'OpenUri', name: title, targets: [{ os: 'default', uri: url }] };
}

function httpPosts(card: Card): JsonObject[] {
  const { postBack } = card;
  return postBack === undefined ? [] : shownActions(card).map((action) => httpPost(action, postBack));
}

function httpPost({ id, title }: Action, { url, configuration, event, key }: PostBack): JsonObject {
  return {
    '@type': 'HttpPOST',
    name: title,
    target: url,
    body: JSON.stringify({ configuration, event, action: id, key }),
    bodyContentType: 'application/json',
  };
}
