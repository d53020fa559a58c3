import type { Actor, Card, Fact, Link } from './card.ts';
import { CARD_LIMITS } from './limits.ts';
import { escapeMarkdown, plainLine, safeUrl } from './markdown.ts';
import { shortenMarkdown } from './shorten.ts';

/**
 * The card as `Card` promises it, whatever a template has put in: lengths within `CARD_LIMITS`, plain
 * places on one line, addresses safe to open, nothing empty. Twice gives the same as once.
 */
export function bounded(card: Card): Card {
  const summary =
    plainLine(card.summary, CARD_LIMITS.summary) || plainLine(card.title, CARD_LIMITS.summary) || '…';
  return {
    ...card,
    title: shortenMarkdown(card.title.trim(), CARD_LIMITS.title) || escapeMarkdown(summary),
    summary,
    actor: card.actor && boundedActor(card.actor),
    facts: card.facts.flatMap(boundedFact).slice(0, CARD_LIMITS.facts),
    text: shortenMarkdown(card.text?.trim() ?? '', CARD_LIMITS.text) || undefined,
    links: card.links.flatMap(boundedLink).slice(0, CARD_LIMITS.links),
    origin: plainLine(card.origin ?? '', CARD_LIMITS.origin) || undefined,
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

function boundedLink({ title, url }: Link): Link[] {
  const line = plainLine(title, CARD_LIMITS.linkTitle);
  const address = safeUrl(url);
  return line === '' || address === undefined ? [] : [{ title: line, url: address }];
}
