import type { JsonObject } from '../events/event.ts';
import { listAt, textAt, valueAt } from '../events/fields.ts';
import type { Fact, Link } from './card.ts';
import { fieldLabel, fieldRank, plainName } from './field-label.ts';
import { fieldValue, type ValueContext } from './field-value.ts';
import { asAddress } from './named-fields.ts';
import { withUnit } from './numbers.ts';

/** How many fields an event without `facts` shows. */
const MAX_FACTS = 10;
/** How many of them become buttons; a card has 4 in all. */
const MAX_BUTTONS = 3;
/** More are not looked at: sorting them costs time, and nobody would see them. */
const MAX_FIELDS = 300;

/** Pictures say nothing as addresses, and what opens a door does not belong into a channel. */
const HIDDEN =
  /(?:^| )(?:image|avatar|icon|picture|photo|thumbnail|password|passwd|secret|token|credentials?|webhook|callback)(?: (?:url|uri|link))?$|(?:^| )(?:api|access|private) key$/;

/** Ends of names that say that the field holds an address, which a button need not say. */
const ADDRESS_WORDS = / (?:url|uri|link|href|page)$/;

/** `facts` as `[{title, value}]`; the titles stay plain. */
export function statedFacts(data: JsonObject, context: ValueContext): Fact[] {
  return listAt(data, 'facts').flatMap((fact) => {
    const title = textAt(fact, 'title');
    const value = title && fieldValue(title, valueAt(fact, 'value'), context);
    return title && value ? [{ title, value }] : [];
  });
}

/**
 * The fields that the convention does not know, as facts and buttons: the telling ones first, then by the
 * alphabet, because a stored event does not keep the order of its fields.
 */
export function otherFields(
  data: JsonObject,
  except: ReadonlySet<string>,
  context: ValueContext,
): { facts: Fact[]; links: Link[] } {
  const keys = Object.keys(data)
    .slice(0, MAX_FIELDS)
    .filter((key) => !except.has(key) && !HIDDEN.test(plainName(key)))
    .map((key) => ({ key, rank: fieldRank(key) }))
    .sort((one, other) => one.rank - other.rank || (one.key < other.key ? -1 : 1))
    .map(({ key }) => key);
  const buttons = keys.filter((key) => isPage(data[key])).slice(0, MAX_BUTTONS);
  return {
    facts: keys
      .filter((key) => !buttons.includes(key))
      .flatMap((key) => fieldFact(key, data[key], context))
      .slice(0, MAX_FACTS),
    links: buttons.map((key) => ({
      title: fieldLabel(plainName(key).replace(ADDRESS_WORDS, ''), context.language),
      url: asAddress(data[key]) ?? '',
    })),
  };
}

function isPage(value: unknown): boolean {
  return /^https?:/.test(asAddress(value) ?? '');
}

/** A field as a fact. A number's unit moves from the name to the value. */
function fieldFact(key: string, value: unknown, context: ValueContext): Fact[] {
  const { language } = context;
  const unit = typeof value === 'number' ? withUnit(key, value, language) : undefined;
  const text = unit?.words ?? fieldValue(key, value, context);
  return text === undefined ? [] : [{ title: unit?.label ?? fieldLabel(key, language), value: text }];
}
