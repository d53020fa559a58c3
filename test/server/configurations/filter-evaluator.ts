import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import type { Json } from '../../../server/events/event.ts';
import { cleanText } from '../../../server/events/plain-json.ts';
import type { Subject } from './filter-matching.ts';

/** What filters promise, written a second time, without PostgreSQL. */
export function matches(subject: Subject, { match, conditions, except = [] }: Filter): boolean {
  if (except.some((condition) => holds(subject, condition))) return false;
  if (conditions.length === 0) return true;
  const held = conditions.filter((condition) => holds(subject, condition)).length;
  return match === 'all' ? held === conditions.length : match === 'any' ? held > 0 : held === 0;
}

export function holds({ data, type, source, subject }: Subject, condition: Condition): boolean {
  const document = { ...data, '@type': type, '@source': source, '@subject': subject ?? null };
  const keys = ascii(cleanText(condition.field)).split('.');
  const values = keys.reduce<Json[]>((reached, key) => reached.flatMap(at(key)), [document]);
  // Lax jsonpath looks into arrays twice at the end of a path: for the filter and for the comparison.
  const found = oneLevel(oneLevel(values));
  if (condition.operator === 'is not') {
    return !found.some((value) => fits(value, { ...condition, operator: 'is' }));
  }
  return found.some((value) => fits(value, condition));
}

/** The values of a key, whatever its case; of an array's elements, those of each. */
function at(key: string): (value: Json) => Json[] {
  return (value) =>
    oneLevel([value]).flatMap((element) => {
      if (typeof element !== 'object' || element === null || Array.isArray(element)) return [];
      const names = Object.keys(element).filter((name) => ascii(name) === key);
      return names
        .sort()
        .slice(-1)
        .map((name) => element[name] ?? null);
    });
}

function oneLevel(values: Json[]): Json[] {
  return values.flat(1) as Json[];
}

function fits(found: Json, { operator, value }: Condition): boolean {
  if (Array.isArray(value))
    return value.some((one) => fits(found, { field: '', operator: 'is', value: one }));
  if (typeof value === 'number') {
    if (typeof found !== 'number') return false;
    return operator === 'above' ? found > value : operator === 'below' ? found < value : found === value;
  }
  if (typeof value === 'boolean') return found === value;
  if (typeof found !== 'string') return false;
  const text = [...found];
  const part = [...cleanText(value)];
  if (operator === 'contains') return text.some((_, start) => sameAt(text, part, start)) || part.length === 0;
  return sameAt(text, part, 0) && (operator === 'starts with' || text.length === part.length);
}

function sameAt(text: string[], part: string[], start: number): boolean {
  return part.every((char, index) => sameLetter(char, text[start + index] ?? ''));
}

/** The same sign, or a letter and its only capital. */
function sameLetter(one: string, other: string): boolean {
  const pair = (small: string, capital: string) =>
    small.toUpperCase() === capital && capital.toLowerCase() === small;
  return one === other || pair(one, other) || pair(other, one);
}

function ascii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
