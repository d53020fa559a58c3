import { type Static, Type } from 'typebox';
import { Configuration } from '../configurations/schema.ts';
import { Cursor, SearchText, Tenant, TypeName } from './query-schema.ts';

const { state, stateReason, pausedUntil, brokenAt, removedAt, name, eventTypes, host, destination } =
  Configuration.properties;

/** `GET /api/operate/configurations`: what is left out does not matter. Without a state, all but removed ones. */
export const OperatedQuery = Type.Object(
  {
    /** A part of the name, of the team's or the channel's, or the id. */
    search: Type.Optional(SearchText),
    tenant: Type.Optional(Tenant),
    state: Type.Optional(state),
    /** An event type that it chose. */
    type: Type.Optional(TypeName),
    cursor: Type.Optional(Cursor),
  },
  { additionalProperties: false },
);
export type OperatedQuery = Static<typeof OperatedQuery>;

/** A configuration as its operator sees it in a list. */
export const OperatedConfiguration = Type.Object({
  id: Type.String(),
  tenantId: Type.String(),
  name,
  state,
  stateReason,
  pausedUntil,
  brokenAt,
  removedAt,
  eventTypes,
  host,
  /** Absent until the host has confirmed the save. */
  destination,
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
  updatedByName: Type.String(),
  /** The newest card that was posted or accepted, among its newest 200 attempts. */
  lastSuccessAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** Deliveries that wait, counted up to 1,000. */
  waiting: Type.Integer(),
  /** When the oldest of them was accepted; absent when none waits. */
  oldestWaitingAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** How much of the retention time the oldest has used, from 0 to 1: at 1 it expires. */
  usedShare: Type.Optional(Type.Number()),
});
export type OperatedConfiguration = Static<typeof OperatedConfiguration>;

/** Newest first; of broken ones, those that broke first. 50 a page. */
export const OperatedPage = Type.Object({
  items: Type.Array(OperatedConfiguration),
  /** Pass it as `cursor` for the next page; absent on the last one. */
  next: Type.Optional(Type.String()),
});
export type OperatedPage = Static<typeof OperatedPage>;

/** `GET /api/operate/configurations/{id}`: one, with all that its channel chose. */
export const OperatedDetail = Type.Object({
  ...OperatedConfiguration.properties,
  /** As its own page sees it. */
  configuration: Configuration,
});
export type OperatedDetail = Static<typeof OperatedDetail>;
