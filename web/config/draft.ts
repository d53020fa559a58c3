import type { Configuration, ConnectorOffer } from '../../server/configurations/schema.ts';
import { guessTimeZone, missingIn, type Timing, timingOf } from '../shared/when/timing.ts';
import type { Choice, ChoiceField } from './choice.ts';
import { type FilterDraft, firstFilter } from './filter/filter-draft.ts';
import { incompleteKeys, toFilter } from './filter/to-filter.ts';
import { cleanLine } from './host-kind.ts';
import type { Opening } from './open-configuration.ts';
import type { Recognition } from './use-recognition.ts';

/** What the form holds. */
export interface Draft {
  name: string;
  /** Types of the chosen events; only such as the connector offers. */
  chosen: ReadonlySet<string>;
  filter: FilterDraft;
  /** When the channel is told; may lack something. */
  timing: Timing;
  /** The Workflow's address as it was pasted. */
  address: string;
}

export type Complaint = 'changes' | 'name' | 'events' | 'filter' | 'when' | 'address';

/** The form as it first shows: what is stored, or what suits most channels. `login` is the user's, if known. */
export function firstDraft({ offer, stored, place, hostKind }: Opening, login = ''): Draft {
  // A tab sits in the channel already, so the channel's name would say nothing on it.
  const suggested = hostKind === 'connector' ? (place.channelName ?? offer.name) : offer.name;
  const offered = offer.eventGroups.flatMap((group) => group.eventTypes);
  const wanted = stored === undefined ? undefined : new Set(stored.eventTypes);
  const chosen = offered.filter(({ type, suggested }) => wanted?.has(type) ?? suggested);
  return {
    name: cleanLine(stored?.name ?? suggested, offer.limits.nameLength),
    chosen: new Set(chosen.map(({ type }) => type)),
    filter: firstFilter(stored?.filter, offer.filterFields, login),
    timing: stored ? timingOf(stored) : { schedule: { kind: 'immediately' }, timeZone: guessTimeZone() },
    address: '',
  };
}

/** The draft with some fields as they are stored. */
export function withStored(
  draft: Draft,
  fields: readonly ChoiceField[],
  stored: Configuration,
  { offer }: Pick<Opening, 'offer'>,
): Draft {
  const { name, eventTypes, filter, schedule, quietHours, timeZone } = stored;
  const takes = (field: ChoiceField) => fields.includes(field);
  const quiet = takes('quietHours') ? quietHours : draft.timing.quietHours;
  return {
    ...draft,
    ...(takes('name') && { name: cleanLine(name, offer.limits.nameLength) }),
    ...(takes('eventTypes') && { chosen: new Set(eventTypes) }),
    ...(takes('filter') && { filter: firstFilter(filter, offer.filterFields, draft.filter.login) }),
    timing: {
      schedule: takes('schedule') ? schedule : draft.timing.schedule,
      timeZone: takes('timeZone') ? timeZone : draft.timing.timeZone,
      ...(quiet && { quietHours: quiet }),
    },
  };
}

/** What keeps the draft from being saved, in the order of the form. */
export function complaintsAbout(
  draft: Draft,
  { limits, filterFields }: Pick<ConnectorOffer, 'limits' | 'filterFields'>,
  address: { needed: boolean; recognition: Recognition },
): Complaint[] {
  const complaints: Complaint[] = [];
  const name = draft.name.trim();
  if (name === '' || name.length > limits.nameLength) complaints.push('name');
  if (draft.chosen.size === 0) complaints.push('events');
  if (incompleteKeys(draft.filter, filterFields).length > 0) complaints.push('filter');
  if (missingIn(draft.timing).length > 0) complaints.push('when');
  const { status } = address.recognition;
  if (status === 'empty' ? address.needed : status !== 'known') complaints.push('address');
  return complaints;
}

/** What the draft asks for, as it is saved. */
export function choiceOf(draft: Draft, offer: ConnectorOffer): Choice {
  return {
    name: cleanLine(draft.name, offer.limits.nameLength),
    eventTypes: chosenTypes(draft, offer),
    filter: toFilter(draft.filter, offer.filterFields).filter,
    ...draft.timing,
  };
}

/** The chosen types, in the order of the offer. */
export function chosenTypes(draft: Draft, offer: ConnectorOffer): string[] {
  return offer.eventGroups
    .flatMap((group) => group.eventTypes.map(({ type }) => type))
    .filter((type) => draft.chosen.has(type));
}

/** How many stored events the connector no longer offers; saving lets go of them. */
export function countNotOffered({ offer, stored }: Opening): number {
  const offered = new Set(offer.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type)));
  return (stored?.eventTypes ?? []).filter((type) => !offered.has(type)).length;
}
