import type { Event } from '../events/event.ts';

/** Events that are told together: of one type, and of one source where a type has several. */
export interface Group {
  type: string;
  /** Only where it tells groups of the same type apart. */
  source: string | undefined;
  count: number;
  /** The newest of them, newest first. */
  events: Event[];
}

/** How many of each type and source. */
export interface Count {
  type: string;
  source: string;
  count: number;
}

/** With more groups than these, sources are not told apart any more: nobody reads so many headings. */
const MOST_WITH_SOURCES = 8;

/** How many of each type, most first. */
export function countByType(counts: readonly Count[]): { type: string; count: number }[] {
  const types = new Map<string, number>();
  for (const { type, count } of counts) types.set(type, (types.get(type) ?? 0) + count);
  return [...types].map(([type, count]) => ({ type, count })).sort((one, other) => other.count - one.count);
}

/** The groups of so many events, largest first; `newest` are spread over them. */
export function groupsOf(counts: readonly Count[], newest: readonly Event[]): Group[] {
  const sourcesOf = (type: string) => counts.filter((count) => count.type === type);
  const apart = counts.length <= MOST_WITH_SOURCES;
  return countByType(counts)
    .flatMap<Omit<Group, 'events'>>(({ type, count }) =>
      apart && sourcesOf(type).length > 1 ? sourcesOf(type) : [{ type, source: undefined, count }],
    )
    .sort((one, other) => other.count - one.count)
    .map((group) => ({
      ...group,
      events: newest.filter(
        ({ type, source }) => type === group.type && (group.source === undefined || source === group.source),
      ),
    }));
}

/** Their events in the order in which they earn a line: the newest of each group first, then the second. */
export function byTurns(groups: readonly Group[]): { group: Group; event: Event }[] {
  const rounds = Math.max(0, ...groups.map(({ events }) => events.length));
  return Array.from({ length: rounds }, (_, round) =>
    groups.flatMap((group) => {
      const event = group.events[round];
      return event ? [{ group, event }] : [];
    }),
  ).flat();
}
