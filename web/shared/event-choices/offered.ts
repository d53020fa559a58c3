import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import { simplified } from '../simplified.ts';

export type OfferedGroup = ConnectorOffer['eventGroups'][number];
export type OfferedEventType = OfferedGroup['eventTypes'][number];

/** Whether all events of a group are chosen, none, or some. */
export type Share = 'all' | 'some' | 'none';

export function shareOf({ eventTypes }: OfferedGroup, chosen: ReadonlySet<string>): Share {
  const count = eventTypes.filter(({ type }) => chosen.has(type)).length;
  if (count === 0) return 'none';
  return count === eventTypes.length ? 'all' : 'some';
}

/** The choice after these events were ticked or not; all others stay as they are. */
export function choose(
  chosen: ReadonlySet<string>,
  eventTypes: readonly OfferedEventType[],
  on: boolean,
): ReadonlySet<string> {
  const types = new Set(eventTypes.map(({ type }) => type));
  return on ? new Set([...chosen, ...types]) : new Set([...chosen].filter((type) => !types.has(type)));
}

/**
 * What of the groups fits a search: events that have every word of it, in any case and with or without
 * accents. A group's title counts for all of its events.
 */
export function findEvents(groups: readonly OfferedGroup[], search: string): OfferedGroup[] {
  const words = simplified(search).split(/\s+/);
  return groups
    .map((group) => ({
      ...group,
      eventTypes: group.eventTypes.filter(({ type, title, description }) => {
        const text = simplified([group.title, title, description, type].join(' '));
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ eventTypes }) => eventTypes.length > 0);
}
