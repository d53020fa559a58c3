import type { Json } from '../events/event.ts';
import { bounded } from './bounded.ts';
import type { Card } from './card.ts';
import { wordsIn } from './locales/in-language.ts';
import { shortenMarkdown } from './shorten.ts';

/*
 * Teams refuses messages of more than 28,672 bytes as it stores them, which is about a fifth more than was
 * sent (24,453 bytes sent were counted as 28,897). So a body has 20,000 bytes, and never over 24,000.
 */
export const BUDGET_BYTES = 20_000;
const MOST_BYTES = 24_000;

/** Title, summary, actor, origin and links at their longest: what is never shortened fits below this. */
const LEAST_BYTES = 18_000;

/**
 * The body of a card in at most `budgetBytes` bytes of UTF-8 (taken as at least 18,000 and at most 24,000).
 * What is too large loses facts from the end, then the end of its text, and says so in its own language.
 * Takes time in proportion to the card's bounds, whatever was put into it.
 */
export function withinBudget(card: Card, render: (card: Card) => Json, budgetBytes = BUDGET_BYTES): string {
  const whole = bounded(card);
  const limit = Math.min(Math.max(budgetBytes, LEAST_BYTES), MOST_BYTES);
  const body = (candidate: Card) => JSON.stringify(render(candidate));
  const fits = (candidate: Card) => Buffer.byteLength(body(candidate)) <= limit;
  // Nearly every card fits: it is rendered once.
  const complete = body(whole);
  if (Buffer.byteLength(complete) <= limit) return complete;

  const textLength = whole.text?.length ?? 0;
  const facts = largest(whole.facts.length - 1, (count) => fits(shortened(whole, count, textLength)));
  if (facts !== undefined) return body(shortened(whole, facts, textLength));

  const text = largest(textLength, (length) => fits(shortened(whole, 0, length))) ?? 0;
  return body(shortened(whole, 0, text));
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

/** The card with so many of its facts and so much of its text, and a note that says what it lacks. */
function shortened(card: Card, facts: number, textLength: number): Card {
  const text = shortenMarkdown(card.text ?? '', textLength);
  const note = wordsIn(card.language ?? 'en').shortened(
    card.facts.length - facts,
    text !== (card.text ?? ''),
  );
  return {
    ...card,
    facts: card.facts.slice(0, facts),
    text: text === '' ? `_${note}_` : `${text}\n\n_${note}_`,
  };
}
