import { ProblemError } from '../problem.ts';
import type { Json } from './event.ts';
import { EVENT_LIMITS } from './schema.ts';

/**
 * Makes a parsed JSON value fit for PostgreSQL's jsonb, which takes neither NUL nor half of a surrogate
 * pair: both become U+FFFD, so no event is lost for a broken character. Refuses nesting without end.
 */
export function toPlainJson(value: unknown, depth = 0): Json {
  if (depth > EVENT_LIMITS.dataDepth) {
    throw new ProblemError('invalid-event', `Nest data at most ${EVENT_LIMITS.dataDepth} levels deep.`);
  }
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((entry) => toPlainJson(entry, depth + 1));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [cleanText(key), toPlainJson(entry, depth + 1)]),
    );
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').toWellFormed();
}
