import { textAt } from '../events/fields.ts';
import { plainName } from './field-label.ts';
import { safeUrl } from './markdown.ts';

/** More are not looked at: a card shows 10. */
const MAX_FIELDS = 300;

/** A field as its sender spells it. */
export interface Field<T = unknown> {
  key: string;
  value: T;
}

/** An object's fields by their plain names, so that `htmlUrl` and `html_url` are found as "html url". */
export type NamedFields = ReadonlyMap<string, Field>;

export function namedFields(object: object): NamedFields {
  const named = new Map<string, Field>();
  for (const [key, value] of Object.entries(object).slice(0, MAX_FIELDS)) {
    const name = plainName(key);
    if (!named.has(name)) named.set(name, { key, value });
  }
  return named;
}

/** The first of the names whose field can be read. */
export function firstField<T>(
  fields: NamedFields,
  names: readonly string[],
  read: (value: unknown) => T | undefined,
): Field<T> | undefined {
  for (const name of names) {
    const field = fields.get(name);
    const value = field && read(field.value);
    if (field && value !== undefined) return { key: field.key, value };
  }
  return undefined;
}

/** A text as a field holds it. */
export const asText = (value: unknown): string | undefined => textAt(value);

/** An address that is safe to open. */
export const asAddress = (value: unknown): string | undefined => safeUrl(textAt(value) ?? '');
