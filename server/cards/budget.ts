import type { Json } from '../events/event.ts';
import { bounded } from './bounded.ts';
import type { Card, LeftOut } from './card.ts';
import { leavingOut, NOTHING_LEFT_OUT } from './left-out.ts';
import { shortenMarkdown } from './shorten.ts';

/*
 * Teams refuses messages of more than 28,672 bytes as it stores them, which is about a fifth more than was
 * sent (24,453 bytes sent were counted as 28,897). So a body has 20,000 bytes, and never over 24,000.
 */
export const BUDGET_BYTES = 20_000;
const MOST_BYTES = 24_000;

/** Title, summary, actor, mentions, origin and our own links at their longest fit below this. */
const LEAST_BYTES = 18_000;

/*
 * The growth is taken for JSON put into JSON as a text, which writes quotes and backslashes a second time:
 * a card full of them, within 20,000 bytes when sent, could be stored as 40,000. So both are counted, and
 * what a card is stored as stays below the limit by what Teams may add.
 */
const MOST_STORED_BYTES = 27_648;

/** One thing that a card can do without, in pieces. */
interface Cut {
  /** How many pieces the card has. */
  pieces(card: Card): number;
  /** The card with so many of them, from the start. */
  keep(card: Card, pieces: number): Card;
}

/** In the order in which they go, each wholly before the next. Buttons only go when addresses are huge. */
const CUTS: readonly Cut[] = [
  {
    pieces: (card) => card.facts.length,
    keep: (card, count) => {
      const facts = card.facts.slice(0, count);
      return lacking({ ...card, facts }, { ...NOTHING_LEFT_OUT, facts: card.facts.length - count });
    },
  },
  {
    pieces: (card) => card.text?.length ?? 0,
    keep: (card, length) => {
      const text = shortenMarkdown(card.text ?? '', length) || undefined;
      return lacking({ ...card, text }, { ...NOTHING_LEFT_OUT, text: text !== card.text });
    },
  },
  {
    pieces: (card) => (card.actor?.image === undefined ? 0 : 1),
    keep: (card, count) => {
      if (count > 0 || card.actor === undefined) return card;
      return lacking(
        { ...card, actor: { ...card.actor, image: undefined } },
        { ...NOTHING_LEFT_OUT, picture: true },
      );
    },
  },
  {
    pieces: (card) => card.links.length,
    keep: (card, count) => {
      const links = card.links.slice(0, count);
      return lacking({ ...card, links }, { ...NOTHING_LEFT_OUT, links: card.links.length - count });
    },
  },
];

function lacking(card: Card, more: LeftOut): Card {
  return { ...card, leftOut: leavingOut(card.leftOut, more) };
}

/**
 * The body of a card in at most `budgetBytes` bytes of UTF-8 (taken as at least 18,000 and at most 24,000).
 * A card that is too large loses facts from the end, then the end of its text, its picture and its last
 * buttons, as little as need be, and its `leftOut` tells what. Renders a bounded number of times,
 * whatever was put into the card.
 */
export function withinBudget(card: Card, render: (card: Card) => Json, budgetBytes = BUDGET_BYTES): string {
  const limit = Math.min(Math.max(budgetBytes, LEAST_BYTES), MOST_BYTES);
  const body = (candidate: Card) => JSON.stringify(render(candidate));
  const fits = (candidate: Card) => isWithin(body(candidate), limit);

  let left = bounded(card);
  // Nearly every card fits: it is rendered once.
  const complete = body(left);
  if (isWithin(complete, limit)) return complete;
  for (const { pieces, keep } of CUTS) {
    const whole = left;
    const kept = largest(pieces(whole) - 1, (count) => fits(keep(whole, count)));
    if (kept !== undefined) return body(keep(whole, kept));
    left = keep(whole, 0);
  }
  return body(left);
}

function isWithin(body: string, limit: number): boolean {
  const bytes = Buffer.byteLength(body);
  if (bytes > limit) return false;
  // At most every byte is written twice, so smaller bodies need no counting.
  return 2 * bytes < MOST_STORED_BYTES || Buffer.byteLength(JSON.stringify(body)) <= MOST_STORED_BYTES;
}

/** The largest number from 0 to `most` that fits, found in few steps; none when not even 0 does. */
function largest(most: number, fits: (count: number) => boolean): number | undefined {
  let found: number | undefined;
  let low = 0;
  let high = most;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}
