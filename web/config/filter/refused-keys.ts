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
