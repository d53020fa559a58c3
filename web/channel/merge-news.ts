import type { DeliveryPage } from '../../server/configurations/schema.ts';

/**
 * The list with the newest page put in front of what was read before. Where the two do not meet, events are
 * missing between them: then what is older is let go, and can be read anew.
 */
export function mergeNews(shown: DeliveryPage, newest: DeliveryPage): DeliveryPage {
  const last = newest.items.at(-1);
  const known = new Set(shown.items.map(({ id }) => id));
  if (last === undefined || newest.next === undefined || !known.has(last.id)) return newest;
  const fresh = new Set(newest.items.map(({ id }) => id));
  const older = shown.items
    .slice(shown.items.findIndex(({ id }) => id === last.id))
    .filter(({ id }) => !fresh.has(id));
  if (older.length === 0) return newest;
  return {
    items: [...newest.items, ...older],
    waiting: newest.waiting,
    ...(shown.next !== undefined && { next: shown.next }),
  };
}

/** How many deliveries of the newest page were not shown before. */
export function countNew(shown: DeliveryPage, newest: DeliveryPage): number {
  const known = new Set(shown.items.map(({ id }) => id));
  return newest.items.filter(({ id }) => !known.has(id)).length;
}
