import { type Static, Type } from 'typebox';
import { Explanation } from './explain-schema.ts';
import { DeliverySchema } from './schema.ts';

/** A number that an event may have: PostgreSQL's bigint, of which 18 digits always fit. */
export const EventParams = Type.Object({
  id: Type.String({ maxLength: 200 }),
  number: Type.String({ maxLength: 200 }),
});

/** `GET /api/configurations/{id}/events/{number}`: an event that a channel got, with all its data. */
export const EventDetail = Type.Object({
  number: Type.String(),
  source: Type.String(),
  id: Type.String(),
  type: Type.String(),
  /** What the event type is called, in the channel's language. */
  typeTitle: Type.String(),
  /** What the event's card says on a lock screen. */
  title: Type.String(),
  subject: Type.Optional(Type.String()),
  time: Type.String({ format: 'date-time' }),
  acceptedAt: Type.String({ format: 'date-time' }),
  /** As its sender sent it; a source's extract of a foreign webhook. */
  data: Type.Record(Type.String(), Type.Unknown()),
  /** What became of it for this channel. */
  explanation: Explanation,
});
export type EventDetail = Static<typeof EventDetail>;

/** `GET /api/configurations/{id}/events?link=`: a link or an id that somebody pasted; left out: the newest. */
export const CameQuery = Type.Object({
  link: Type.Optional(Type.String({ maxLength: 2_048, pattern: '^[^\\u0000]*$' })),
});

const CameEvent = Type.Object({
  source: Type.String(),
  id: Type.String(),
  type: Type.String(),
  title: Type.String(),
  time: Type.String({ format: 'date-time' }),
  /** Of its delivery to this channel; absent when it was not meant for it. */
  state: Type.Optional(DeliverySchema.properties.state),
});
export type CameEvent = Static<typeof CameEvent>;

export const CameList = Type.Object({
  /** Newest first. */
  items: Type.Array(CameEvent),
  /** What came before this moment was not searched. */
  searchedSince: Type.Optional(Type.String({ format: 'date-time' })),
});
export type CameList = Static<typeof CameList>;
