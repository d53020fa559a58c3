import type { LeftOut } from './card.ts';

export const NOTHING_LEFT_OUT: LeftOut = {
  facts: 0,
  values: false,
  text: false,
  picture: false,
  links: 0,
};

/** What a card lacks when more of it is left out; nothing when nothing is. */
export function leavingOut(before: LeftOut | undefined, more: LeftOut): LeftOut | undefined {
  const sum: LeftOut = {
    facts: (before?.facts ?? 0) + more.facts,
    values: (before?.values ?? false) || more.values,
    text: (before?.text ?? false) || more.text,
    picture: (before?.picture ?? false) || more.picture,
    links: (before?.links ?? 0) + more.links,
  };
  return sum.facts > 0 || sum.values || sum.text || sum.picture || sum.links > 0 ? sum : undefined;
}
