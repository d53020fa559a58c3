import type { ConnectorOffer } from '../../../server/configurations/schema.ts';

/**
 * The types that are ticked at first: those that a link to this page names (`?events=task.created,github.push`),
 * or where it names none that is offered, those that suit most.
 */
export function firstChoice(offer: ConnectorOffer, search: string): ReadonlySet<string> {
  const named = new Set(new URLSearchParams(search).getAll('events').flatMap((list) => list.split(',')));
  const offered = offer.eventGroups.flatMap((group) => group.eventTypes);
  const wanted = offered.filter(({ type }) => named.has(type));
  const chosen = wanted.length > 0 ? wanted : offered.filter(({ suggested }) => suggested);
  return new Set(chosen.map(({ type }) => type));
}
