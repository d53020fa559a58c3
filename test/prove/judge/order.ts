import type { Fate } from './fate.ts';

/**
 * The fates of one channel that came out of order. Of two events whose requests did not overlap, the earlier
 * one comes first; of two in one request, the one that stands first. For events of requests that overlapped,
 * no order is promised. Two on one card are in order.
 *
 * Both what was seen first and what was posted first must be in order: a second card must not even be tried
 * before the first one has arrived.
 */
export function outOfOrder(fates: readonly Fate[]): Fate[] {
  const wrong = new Set<Fate>();
  for (const placeOf of [seenAt, postedAt]) {
    const placed = fates.flatMap((fate) => {
      const place = placeOf(fate);
      return place === undefined ? [] : [{ fate, place }];
    });
    for (const fate of acrossRequests(placed)) wrong.add(fate);
    for (const fate of withinRequests(placed)) wrong.add(fate);
  }
  return [...wrong];
}

interface Placed {
  fate: Fate;
  place: number;
}

const seenAt = (fate: Fate) => fate.seenAt;
const postedAt = (fate: Fate) => fate.postedAt;

/** Walks through the requests by their start, keeping the last place of all that had ended before. */
function acrossRequests(placed: readonly Placed[]): Fate[] {
  const endOf = ({ fate }: Placed) => fate.event.acknowledgedAt ?? Number.POSITIVE_INFINITY;
  const byStart = placed.toSorted((a, b) => a.fate.event.sentAt - b.fate.event.sentAt);
  const byEnd = placed.toSorted((a, b) => endOf(a) - endOf(b));
  let ended = 0;
  let lastPlace = -1;
  return byStart.flatMap(({ fate, place }) => {
    for (let next = byEnd[ended]; next && endOf(next) < fate.event.sentAt; next = byEnd[ended]) {
      lastPlace = Math.max(lastPlace, next.place);
      ended += 1;
    }
    return lastPlace > place ? [fate] : [];
  });
}

function withinRequests(placed: readonly Placed[]): Fate[] {
  const requests = Map.groupBy(placed, ({ fate }) => fate.event.request);
  return [...requests.values()].flatMap((request) => {
    let lastPlace = -1;
    return request
      .toSorted((a, b) => a.fate.event.position - b.fate.event.position)
      .flatMap(({ fate, place }) => {
        const isWrong = lastPlace > place;
        lastPlace = Math.max(lastPlace, place);
        return isWrong ? [fate] : [];
      });
  });
}
