import { textAt } from '../events/fields.ts';
import type { Language } from './card.ts';
import { fieldLabel, plainName } from './field-label.ts';
import { CARD_LIMITS } from './limits.ts';
import { wordsIn } from './locales/in-language.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { numberWords, withUnit } from './numbers.ts';
import { shorten } from './shorten.ts';
import { dayWords, isoDay, timeWords } from './time.ts';

/** Whom a value is written for. */
export interface ValueContext {
  language: Language;
  timeZone?: string | undefined;
  /** When the event happened: days next to it are "yesterday", "today" and "tomorrow". */
  at: Date;
}

/**
 * Of a text, in UTF-16 code units: more than a fact may hold, so that the card cuts it and says so, and no more
 * than that, because escaping takes time.
 */
const MAX_TEXT_LENGTH = 2 * CARD_LIMITS.factValue;
/** How many entries of a list or an object are named. */
const MAX_ENTRIES = 5;

const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
/** Names of fields whose numbers may be seconds or milliseconds since 1970. */
const NAME_OF_TIME = /(?:^| )(?:at|time|timestamp)$/;
/** Names that people give things, most telling first. */
const NAMES = ['name', 'title', 'displayName', 'display_name', 'label', 'login', 'username', 'email'];
const ADDRESSES = ['url', 'html_url', 'htmlUrl', 'webUrl', 'link'];

/**
 * A field's value as a card shows it, in Markdown: days and times in the channel's language and time zone,
 * numbers with their unit, yes or no, links, and of lists and objects as much as a line can hold. Nothing
 * for what is empty.
 */
export function fieldValue(name: string, value: unknown, context: ValueContext): string | undefined {
  if (Array.isArray(value)) return listValue(name, value, context);
  if (typeof value === 'object' && value !== null) return objectValue(value, context);
  return plainValue(name, value, context);
}

function plainValue(name: string, value: unknown, context: ValueContext): string | undefined {
  const { language, timeZone } = context;
  switch (typeof value) {
    case 'boolean':
      return value ? wordsIn(language).yes : wordsIn(language).no;
    case 'number': {
      const time = NAME_OF_TIME.test(plainName(name)) ? timeOfNumber(value) : undefined;
      if (time) return timeWords(time, language, timeZone);
      return withUnit(name, value, language)?.words ?? numberWords(name, value, language);
    }
    case 'string':
      return textValue(textAt(value), context);
    default:
      return undefined;
  }
}

function textValue(text: string | undefined, { language, timeZone, at }: ValueContext): string | undefined {
  if (text === undefined) return undefined;
  if (/^https?:\/\/\S+$/i.test(text)) return markdownLink(withoutScheme(text), text);
  const time = TIME.test(text) ? new Date(text.replace(' ', 'T')) : undefined;
  if (time && !Number.isNaN(time.getTime())) return timeWords(time, language, timeZone);
  return (
    escapeMarkdown(dayWords(shorten(text, MAX_TEXT_LENGTH), language, isoDay(at, timeZone))) || undefined
  );
}

/** An address as people read it: "ci.example/builds". */
export function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

/** Seconds or milliseconds since 1970, of the years 2001 to 2286. */
function timeOfNumber(value: number): Date | undefined {
  if (value >= 1e9 && value < 1e10) return new Date(value * 1_000);
  return value >= 1e12 && value < 1e13 ? new Date(value) : undefined;
}

/** What a thing is called, linked to its page; nothing for a thing without a name. */
function nameOf(thing: unknown): string | undefined {
  const name = NAMES.map((key) => textAt(thing, key)).find((text) => text !== undefined);
  if (name === undefined) return undefined;
  const address = ADDRESSES.map((key) => textAt(thing, key)).find((text) => text !== undefined);
  return markdownLink(shorten(name, MAX_TEXT_LENGTH), address);
}

/** "red, green and 3 more"; things without names are counted. */
function listValue(name: string, list: readonly unknown[], context: ValueContext): string | undefined {
  const words = wordsIn(context.language);
  const known = list.filter((entry) => entry !== null && entry !== '');
  const shown = known
    .slice(0, MAX_ENTRIES)
    .map((entry) => nameOf(entry) ?? plainValue(name, entry, context))
    .filter((text) => text !== undefined);
  if (shown.length === 0) return known.length === 0 ? undefined : words.entries(known.length);
  const rest = known.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` ${words.more(rest)}` : '');
}

/** The thing's name; for one without, its plain fields: "Region: north, Lamps: 3". */
function objectValue(thing: object, context: ValueContext): string | undefined {
  const name = nameOf(thing);
  if (name !== undefined) return name;
  const { labelled, more, entries } = wordsIn(context.language);
  const fields = Object.entries(thing).filter(([, value]) => value !== null && value !== '');
  const shown = fields
    .filter(([, value]) => typeof value !== 'object')
    .slice(0, MAX_ENTRIES)
    .flatMap(([key, value]) => {
      const text = plainValue(key, value, context);
      const unit = typeof value === 'number' ? withUnit(key, value, context.language) : undefined;
      const label = unit?.label ?? fieldLabel(key, context.language);
      return text === undefined ? [] : [labelled(escapeMarkdown(label), text)];
    });
  if (shown.length === 0) return fields.length === 0 ? undefined : entries(fields.length);
  const rest = fields.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` ${more(rest)}` : '');
}
