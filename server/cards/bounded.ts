import type { Action, Actor, Card, Fact, Link } from './card.ts';
import { leavingOut } from './left-out.ts';
import { CARD_LIMITS } from './limits.ts';
import { escapeMarkdown, plainLine, safeUrl } from './markdown.ts';
import { boundedMentions } from './mentions.ts';
import { shortenMarkdown } from './shorten.ts';

/**
 * The card as `Card` promises it, whatever a template has put in: lengths within `CARD_LIMITS`, plain
 * places on one line, addresses safe to open, nothing empty. Twice gives the same as once.
 */
export function bounded(card: Card): Card {
  const summary =
    plainLine(card.summary, CARD_LIMITS.summary) || plainLine(card.title, CARD_LIMITS.summary) || '…';
  const facts = card.facts.flatMap(boundedFact);
  const text = card.text?.trim() ?? '';
  const links = card.links.flatMap((link) => boundedLink(link));
  const actions = boundedActions(card.actions ?? []);
  const kept = {
    facts: facts.slice(0, CARD_LIMITS.facts),
    text: shortenMarkdown(text, CARD_LIMITS.text) || undefined,
    links: links.slice(0, CARD_LIMITS.links),
    actions: actions.slice(0, CARD_LIMITS.actions),
  };
  return {
    ...card,
    ...kept,
    title: shortenMarkdown(card.title.trim(), CARD_LIMITS.title) || escapeMarkdown(summary),
    summary,
    actor: card.actor && boundedActor(card.actor),
    mentions: boundedMentions(card.mentions ?? []),
    manage: (card.manage ?? [])
      .flatMap((link) => boundedLink(link, CARD_LIMITS.ownUrl))
      .slice(0, CARD_LIMITS.manage),
    eventUrl: boundedUrl(card.eventUrl, CARD_LIMITS.ownUrl),
    origin: plainLine(card.origin ?? '', CARD_LIMITS.origin) || undefined,
    leftOut: leavingOut(card.leftOut, {
      facts: facts.length - kept.facts.length,
      values: card.facts.some(({ value }) => value.trim().length > CARD_LIMITS.factValue),
      text: text.length > CARD_LIMITS.text,
      picture: false,
      links: links.length - kept.links.length + actions.length - kept.actions.length,
    }),
  };
}

function boundedActor({ name, url, image }: Actor): Actor | undefined {
  const line = plainLine(name, CARD_LIMITS.name);
  return line === '' ? undefined : { name: line, url: safeUrl(url ?? ''), image: safeUrl(image ?? '') };
}

function boundedFact({ title, value }: Fact): Fact[] {
  const line = plainLine(title, CARD_LIMITS.factTitle);
  const markdown = shortenMarkdown(value.trim(), CARD_LIMITS.factValue);
  return line === '' || markdown === '' ? [] : [{ title: line, value: markdown }];
}

function boundedLink({ title, url }: Link, maxLength?: number): Link[] {
  const line = plainLine(title, CARD_LIMITS.linkTitle);
  const address = boundedUrl(url, maxLength);
  return line === '' || address === undefined ? [] : [{ title: line, url: address }];
}

const ACTION_ID = /^[\w.-]{1,64}$/;

/** Of two with the same id the first stays: a post back names nothing else. */
function boundedActions(actions: readonly Action[]): Action[] {
  const byId = new Map<string, Action>();
  for (const { id, title, done } of actions) {
    const line = plainLine(title, CARD_LIMITS.linkTitle);
    if (line === '' || !ACTION_ID.test(id) || byId.has(id)) continue;
    byId.set(id, { id, title: line, done: plainLine(done ?? '', CARD_LIMITS.actionDone) || undefined });
  }
  return [...byId.values()];
}

function boundedUrl(url: string | undefined, maxLength = Number.POSITIVE_INFINITY): string | undefined {
  const address = safeUrl(url ?? '');
  return address !== undefined && address.length <= maxLength ? address : undefined;
}
