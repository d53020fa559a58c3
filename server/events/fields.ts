import type { Json, JsonObject } from './event.ts';

/*
 * Reads values that others wrote: webhook payloads and events' data. A field that is missing, of another
 * type or inherited is `undefined`; nothing here throws. A path is a list of keys: `textAt(payload,
 * 'repository', 'full_name')`.
 */

/** PostgreSQL's jsonb takes neither NUL nor half of a surrogate pair, so no text of ours holds them. */
function clean(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().trim();
}

/** The value at the end of a path of own keys. */
export function valueAt(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** Text without surrounding white space; `undefined` when it is empty. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? clean(found) || undefined : undefined;
}

export function numberAt(value: unknown, ...path: string[]): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** `true` only for the JSON value `true`. */
export function isTrueAt(value: unknown, ...path: string[]): boolean {
  return valueAt(value, ...path) === true;
}

/** The elements of an array; none when it is anything else. */
export function listAt(value: unknown, ...path: string[]): unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The texts among an array's elements, or at `key` of its elements when they are objects. */
export function textsAt(list: unknown[], ...key: string[]): string[] {
  return list.map((element) => textAt(element, ...key)).filter((text) => text !== undefined);
}

/** A JSON object of the fields that have a value. */
export function jsonObject(fields: Record<string, Json | undefined>): JsonObject {
  const object: JsonObject = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) object[key] = value;
  return object;
}
