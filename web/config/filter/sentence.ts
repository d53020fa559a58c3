import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import type { FilterField } from './filter-draft.ts';
import type { FilterWords } from './locales/en.ts';

/** A condition, taken apart for a language to put together. */
export interface ConditionPart {
  says:
    | Exclude<Condition['operator'], 'one of'>
    | 'includes'
    | 'does not include'
    | 'one contains'
    | 'one starts with';
  /** With its article, or the quoted title. */
  noun: string;
  value: string;
}

/** What a filter is put into a sentence with. */
export interface SentenceContext {
  fields: readonly FilterField[];
  words: FilterWords;
  /** A BCP 47 tag. */
  locale: string;
}

/** More event types than this are counted and not named. */
const MOST_TITLES = 3;

/** What a channel gets, in one sentence: "Posts “Push”, only when the branch is main, not by bots." */
export function sentenceOf(titles: readonly string[], filter: Filter, context: SentenceContext): string {
  const { words, fields } = context;
  if (titles.length === 0) return words.postsNothing;
  const { match, conditions, except = [] } = filter;
  const actors = except.flatMap((condition) => actorIn(condition, fields, words) ?? []);
  const others = except.filter((condition) => actorIn(condition, fields, words) === undefined);
  // "None of these" says the same as an exception for each.
  const only = match === 'none' ? [] : conditions;
  const never = match === 'none' ? [...conditions, ...others] : others;
  const phrases = (list: readonly Condition[]) => list.map((condition) => phraseOf(condition, context));
  return words.posts([
    nameTypes(titles, context),
    ...(only.length > 0 ? [words.whenOnly(phrases(only), join(context, match === 'any'))] : []),
    ...(never.length > 0 ? [words.whenNever(phrases(never), join(context, true))] : []),
    ...(actors.length > 0 ? [words.notBy(join(context, true)(actors))] : []),
  ]);
}

function nameTypes(titles: readonly string[], context: SentenceContext): string {
  const { words } = context;
  if (titles.length > MOST_TITLES) return words.kinds(titles.length);
  return join(context, false)(titles.map(words.quoted));
}

/** Titles, cut where there are many. */
export function nameSome(titles: readonly string[], context: SentenceContext): string {
  const { words } = context;
  const shown = titles.slice(0, MOST_TITLES).map(words.quoted);
  const rest = titles.length - shown.length;
  return rest > 0 ? words.others(shown.join(', '), rest) : join(context, false)(shown);
}

/** "the branch is main". */
export function phraseOf(condition: Condition, context: SentenceContext): string {
  const { fields, words } = context;
  const field = fields.find((one) => one.field === condition.field);
  const noun = field?.inSentence ?? words.quoted(field?.title ?? condition.field);
  const isList = field?.kind === 'list' && typeof condition.value !== 'number';
  return words.phrase({ says: saysOf(condition, isList), noun, value: shownValue(condition, context) });
}

const OF_LISTS = {
  is: 'includes',
  'is not': 'does not include',
  contains: 'one contains',
  'starts with': 'one starts with',
  above: 'above',
  below: 'below',
} as const satisfies Record<string, ConditionPart['says']>;

function saysOf({ operator }: Condition, isList: boolean): ConditionPart['says'] {
  const alone = operator === 'one of' ? 'is' : operator;
  return isList ? OF_LISTS[alone] : alone;
}

function shownValue({ value }: Condition, context: SentenceContext): string {
  const { words } = context;
  if (Array.isArray(value)) return join(context, true)(value.map((one) => plainOrQuoted(one, words)));
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return new Intl.NumberFormat(context.locale).format(value);
  return plainOrQuoted(value, words);
}

/** Names need no quotes; what holds spaces or the signs of a sentence does. */
function plainOrQuoted(value: string, words: FilterWords): string {
  return /^[\p{L}\p{N}_/@#+-](?:[\p{L}\p{N}_./@#:+[\]-]*[\p{L}\p{N}_/@#+\]-])?$/u.test(value)
    ? value
    : words.quoted(value);
}

/** Who an exception leaves out, when it is about nothing but that. */
function actorIn(
  { field, operator, value }: Condition,
  fields: readonly FilterField[],
  words: FilterWords,
): string | undefined {
  const role = fields.find((one) => one.field === field)?.role;
  if (operator !== 'is') return undefined;
  if (role === 'bot' && value === true) return words.bots;
  return role === 'person' && typeof value === 'string' ? plainOrQuoted(value, words) : undefined;
}

function join({ locale }: SentenceContext, any: boolean): (parts: string[]) => string {
  const format = new Intl.ListFormat(locale, { type: any ? 'disjunction' : 'conjunction' });
  return (parts) => format.format(parts);
}
