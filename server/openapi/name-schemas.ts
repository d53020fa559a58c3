import type { Document } from './document.ts';

/**
 * Puts a reference in the place of each schema that is one of the document's components, so that clients made of
 * it have names for what they send and get. Schemas are the same when they are written the same.
 */
export function nameSchemas(document: Document): void {
  const { schemas } = document.components;
  const names = new Map(Object.entries(schemas).map(([name, schema]) => [JSON.stringify(schema), name]));

  /** What stands for this part of the document. */
  const named = (part: unknown): unknown => {
    const name = names.get(JSON.stringify(part));
    return name === undefined ? within(part) : { $ref: `#/components/schemas/${name}` };
  };
  const within = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(named);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, named(value)]));
  };

  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      path[method] = Object.assign(operation, within(operation));
    }
  }
  document.components.schemas = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, within(schema)]),
  );
}
