import { type Static, Type } from 'typebox';
import { LIMITS } from '../configurations/limits.ts';
import { IdSchema } from '../configurations/schema.ts';

const Kind = Type.Union([Type.Literal('connector'), Type.Literal('workflow')]);

/** `POST /api/preview`: exactly one of `eventType` and `event`. */
export const PreviewRequest = Type.Object(
  {
    /** The sample of this type, which the connector offers. */
    eventType: Type.Optional(Type.String({ minLength: 1, maxLength: LIMITS.eventTypeLength })),
    /** An event that was accepted, by its number. */
    event: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })),
    /** The kind of webhook that the card is for. */
    kind: Kind,
    language: Type.Union([Type.Literal('en'), Type.Literal('fr')]),
    /** The channel's configuration, once there is one: a card of an event that came then links to its pages. */
    configuration: Type.Optional(IdSchema),
    /** An IANA name. Left out: UTC. */
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: LIMITS.timeZoneLength })),
  },
  { additionalProperties: false },
);
export type PreviewRequest = Static<typeof PreviewRequest>;

/** A card as it would be posted. */
export const Preview = Type.Object({
  kind: Kind,
  /** The request's body: a MessageCard, or a message with an Adaptive Card. */
  payload: Type.Unknown(),
  /** Of the body as it is sent, in UTF-8. */
  bytes: Type.Integer(),
  /** Whether the event is made up. */
  sample: Type.Boolean(),
  /** Plain, one line: what a phone's lock screen shows. */
  title: Type.String(),
});
export type Preview = Static<typeof Preview>;
