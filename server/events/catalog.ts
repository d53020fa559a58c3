import type { Connector, EventType } from '../../manifest/connector.ts';
import type { FilterField } from '../../manifest/filter-fields.ts';
import type { Language } from '../cards/card.ts';
import type { ConnectorOffer } from '../configurations/schema.ts';

/** What a channel can choose from, in the caller's language: a part of `GET /api/connector`. */
export function offer(connector: Connector, language: Language): ConnectorOffer['eventGroups'] {
  return connector.eventGroups.map((group) => ({
    id: group.id,
    title: group.title[language],
    eventTypes: group.eventTypes.map(({ type, title, description, suggested, filterFields = [] }) => ({
      type,
      title: title[language],
      description: description[language],
      suggested,
      filterFields: filterFields.map(({ field }) => field),
    })),
  }));
}

/** What filters can ask of the events that the connector offers, each field once, in the caller's language. */
export function offeredFields(connector: Connector, language: Language): ConnectorOffer['filterFields'] {
  const fields = new Map<string, ConnectorOffer['filterFields'][number]>();
  for (const { eventTypes } of connector.eventGroups) {
    for (const offered of eventTypes.flatMap(({ filterFields = [] }) => filterFields)) {
      if (!fields.has(offered.field)) fields.set(offered.field, offeredField(offered, language));
    }
  }
  return [...fields.values()];
}

function offeredField({ field, title, kind, inSentence, role }: FilterField, language: Language) {
  return {
    field,
    title: title[language],
    kind,
    ...(inSentence && { inSentence: inSentence[language] }),
    ...(role && { role }),
  };
}

/** Every event and every card asks for its type. */
const offered = new WeakMap<Connector, ReadonlyMap<string, EventType>>();

/** The event type that the connector offers under this name. */
export function eventTypeOf(connector: Connector, type: string): EventType | undefined {
  const known = offered.get(connector) ?? typesByName(connector);
  offered.set(connector, known);
  return known.get(type);
}

function typesByName({ eventGroups }: Connector): ReadonlyMap<string, EventType> {
  return new Map(
    eventGroups.flatMap(({ eventTypes }) => eventTypes).map((offered) => [offered.type, offered]),
  );
}

/** Those of the types that the connector does not offer, in the order given. */
export function unknownEventTypes(connector: Connector, types: readonly string[]): string[] {
  return types.filter((type) => eventTypeOf(connector, type) === undefined);
}

/** A type's title for people; a type that is not offered speaks for itself. */
export function eventTypeTitle(connector: Connector, type: string, language: Language): string {
  return eventTypeOf(connector, type)?.title[language] ?? type;
}
