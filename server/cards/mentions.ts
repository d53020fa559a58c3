import type { Mention } from './card.ts';
import { CARD_LIMITS } from './limits.ts';
import { plainLine } from './markdown.ts';

const OBJECT_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A user principal name, in the characters and the length that Entra allows. */
const USER_PRINCIPAL_NAME = /^[\w'.\-!#^~]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+$/i;
const MAX_USER_PRINCIPAL_NAME_LENGTH = 113;

/**
 * Whatever Markdown, tags or entities act on. Teams finds a mention by its exact text, which an escape
 * would change, so these go; an underscore stays inside a word, where it marks nothing.
 */
const ACTS_IN_NAME = /[`*[\]<>&\\~{}|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/**
 * The mentions that Teams can resolve: one a person, each with an id of the right form, a name that acts
 * on nothing and that no other mention has. One that is not as it should be is left out, because Teams
 * refuses a card with a mention that it does not understand: fails closed.
 */
export function boundedMentions(mentions: readonly Mention[]): Mention[] {
  const names = new Map<string, Mention>();
  const ids = new Set<string>();
  for (const { id, name } of mentions) {
    if (names.size === CARD_LIMITS.mentions) break;
    if (!isUserId(id) || ids.has(id.toLowerCase())) continue;
    ids.add(id.toLowerCase());
    const own = unused(nameOf(name) || nameOf(id), names);
    names.set(own.toLowerCase(), { id, name: own });
  }
  return [...names.values()];
}

function isUserId(id: string): boolean {
  if (id.length > MAX_USER_PRINCIPAL_NAME_LENGTH) return false;
  return OBJECT_ID.test(id) || USER_PRINCIPAL_NAME.test(id);
}

function nameOf(text: string): string {
  return plainLine(text.replace(ACTS_IN_NAME, ' '), CARD_LIMITS.mentionName);
}

/** A second Alex becomes "Alex 2": Teams tells mentions apart by their text. */
function unused(name: string, names: ReadonlyMap<string, Mention>): string {
  let own = name;
  for (let number = 2; names.has(own.toLowerCase()); number++) own = `${name} ${number}`;
  return own;
}
