import type { LeftOut } from './card.ts';

/** What a card lacks when more of it is left out; nothing when nothing is. */
export function leavingOut(before: LeftOut | undefined, more: LeftOut): LeftOut | undefined {
  const sum: LeftOut = {
    facts: (before?.facts ?? 0) + more.facts,
    text: (before?.text ?? false) || more.text,
    picture: (before?.picture ?? false) || more.picture,
    links: (before?.links ?? 0) + more.links,
  };
  return sum.facts > 0 || sum.text || sum.picture || sum.links > 0 ? sum : undefined;
}
