import type { ConnectorOffer } from '../../server/configurations/schema.ts';

/** The titles of events, in the order in which the connector offers them; what it no longer offers, by type. */
export function eventTitles(types: readonly string[], offer: ConnectorOffer): string[] {
  const offered = offer.eventGroups.flatMap((group) => group.eventTypes);
  const titles = offered.filter(({ type }) => types.includes(type)).map(({ title }) => title);
  const known = new Set(offered.map(({ type }) => type));
  return [...titles, ...types.filter((type) => !known.has(type))];
}
