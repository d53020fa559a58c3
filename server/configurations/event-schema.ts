import { type Static, Type } from 'typebox';
import { Explanation } from './explain-schema.ts';

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
