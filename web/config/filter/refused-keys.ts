import type { PlacedFilter } from './to-filter.ts';

/** The rows that the server's pointers into a filter stand for. */
export function refusedKeys(pointers: readonly string[], { keys }: PlacedFilter): ReadonlySet<string> {
  const found = pointers.flatMap((pointer) => {
    const [, list, index] = /^\/filter\/(conditions|except)\/(\d+)/.exec(pointer) ?? [];
    if (list !== 'conditions' && list !== 'except') return [];
    return keys[list][Number(index)] ?? [];
  });
  return new Set(found);
}

/** What each row and switch asks, as a text to compare. */
export function conditionsByKey({ filter, keys }: PlacedFilter): ReadonlyMap<string, string> {
  const all = [...keys.conditions, ...keys.except];
  const conditions = [...filter.conditions, ...(filter.except ?? [])];
  return new Map(all.map((key, index) => [key, JSON.stringify(conditions[index])]));
}
