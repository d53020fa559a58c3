import type { Json } from '../events/event.ts';
import { cleanText } from '../events/plain-json.ts';
import type { Condition, Filter } from './filter-schema.ts';
import { foldAscii, hasOtherCases, toPattern } from './filter-text.ts';

/**
 * A filter for PostgreSQL: `jsonb_path_match(document, path::jsonpath, vars, true)`, where the document is
 * `EVENT_DOCUMENT`. It is true or false for every document.
 */
export interface CompiledFilter {
  /** A jsonpath predicate in lax mode. */
  path: string;
  vars: Record<string, Json>;
}

/** A whole filter, for the fan-out and the backtest. */
export function compileFilter({ match, conditions, except = [] }: Filter): CompiledFilter {
  const wanted = conditions.map((condition, index) => compile(condition, `v${index}`));
  const unwanted = except.map((condition, index) => compile(condition, `x${index}`));
  const parts = [
    ...(wanted.length > 0 ? [combine(match, wanted.map(pathOf))] : []),
    ...(unwanted.length > 0 ? [combine('none', unwanted.map(pathOf))] : []),
  ];
  return {
    // Alone, `true` is a path; it is nothing that `&&` takes.
    path: parts.length > 1 ? parts.map((part) => `(${part})`).join(' && ') : (parts[0] ?? 'true'),
    vars: Object.fromEntries([...wanted, ...unwanted].flatMap(({ vars }) => Object.entries(vars))),
  };
}

/** One condition alone, for explanations. */
export function compileCondition(condition: Condition): CompiledFilter {
  return compile(condition, 'v0');
}

function pathOf({ path }: CompiledFilter): string {
  return path;
}

function combine(match: Filter['match'], paths: readonly string[]): string {
  if (match === 'all') return paths.join(' && ');
  const any = paths.join(' || ');
  return match === 'any' ? any : `!(${any})`;
}

/**
 * `exists` is true or false whatever the document holds, where a bare comparison of unlike values would be
 * unknown. Lax mode looks into arrays: one element that fits is enough. Nothing is there: nothing fits.
 */
function compile(condition: Condition, name: string): CompiledFilter {
  const { test, vars } = testOf(condition, name);
  const found = `exists(${pathTo(condition.field)} ? (${test}))`;
  return { path: condition.operator === 'is not' ? `!${found}` : found, vars };
}

/** What a value at the field (`@`) is asked, and the variables for it. */
interface Test {
  test: string;
  vars: Record<string, Json>;
}

function testOf(condition: Condition, name: string): Test {
  switch (condition.operator) {
    case 'is':
    case 'is not':
      return typeof condition.value === 'string'
        ? isOneOf([condition.value], name)
        : { test: `@ == $${name}`, vars: { [name]: condition.value } };
    case 'one of':
      return isOneOf(condition.value, name);
    case 'starts with':
      return startsWith(fold(condition.value), name);
    case 'contains':
      return { test: likeRegex(toPattern(fold(condition.value))), vars: {} };
    case 'above':
      return { test: `@ > $${name}`, vars: { [name]: condition.value } };
    case 'below':
      return { test: `@ < $${name}`, vars: { [name]: condition.value } };
  }
}

/** A pattern each, not one for all: a long alternation costs PostgreSQL far more than its parts. */
function isOneOf(values: readonly string[], name: string): Test {
  const folded = values.map(fold);
  const patterns = folded.filter(hasOtherCases).map((value) => likeRegex(`^${toPattern(value)}$`));
  const plain = folded.filter((value) => !hasOtherCases(value));
  return { test: [`@ == $${name}[*]`, ...patterns].join(' || '), vars: { [name]: plain } };
}

function startsWith(value: string, name: string): Test {
  return hasOtherCases(value)
    ? { test: likeRegex(`^${toPattern(value)}`), vars: {} }
    : { test: `@ starts with $${name}`, vars: { [name]: value } };
}

/** jsonpath takes a pattern as a literal alone, never from a variable. */
function likeRegex(pattern: string): string {
  return `@ like_regex ${quoted(pattern)}`;
}

function pathTo(field: string): string {
  return ['$', ...fold(field).split('.').map(quoted)].join('.');
}

/** A text as jsonpath's literal, whose escapes are those of JSON. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Like the document: without what jsonb cannot hold, ASCII letters in lower case. */
function fold(text: string): string {
  return foldAscii(cleanText(text));
}
