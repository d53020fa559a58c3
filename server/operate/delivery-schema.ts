import { type Static, Type } from 'typebox';
import { Explanation } from '../configurations/explain-schema.ts';
import { DeliverySchema, IdSchema, LanguageSchema } from '../configurations/schema.ts';
import { Cursor, Moment, TypeName } from './query-schema.ts';

const { event, state, reason, verdict, words, noAnswer, tries, dueAt, settledAt } = DeliverySchema.properties;

/** `GET /api/operate/deliveries`: what is left out does not matter. */
export const DeliveriesQuery = Type.Object(
  {
    state: Type.Optional(state),
    configuration: Type.Optional(IdSchema),
    /** Of the event. */
    type: Type.Optional(TypeName),
    /** Accepted at or after this moment. */
    since: Type.Optional(Moment),
    /** Accepted before this moment. */
    until: Type.Optional(Moment),
    /** Of the titles. */
    language: Type.Optional(LanguageSchema),
    cursor: Type.Optional(Cursor),
  },
  { additionalProperties: false },
);
export type DeliveriesQuery = Static<typeof DeliveriesQuery>;

/** A delivery as the operator sees it in a list. */
export const OperatedDelivery = Type.Object({
  id: Type.String(),
  configuration: Type.Object({ id: Type.String(), name: Type.String(), tenantId: Type.String() }),
  event,
  state,
  reason,
  verdict,
  words,
  noAnswer,
  /** The HTTP status of the newest attempt. */
  status: Type.Optional(Type.Integer()),
  tries,
  acceptedAt: Type.String({ format: 'date-time' }),
  dueAt,
  settledAt,
});
export type OperatedDelivery = Static<typeof OperatedDelivery>;

/** Newest first, at most 50 a page. A page may hold fewer, even none, before the last one: see `next`. */
export const OperatedDeliveries = Type.Object({
  items: Type.Array(OperatedDelivery),
  /** Pass it as `cursor` to look further back; absent at the end. */
  next: Type.Optional(Type.String()),
  /** How far back this page looked; absent when there was nothing to look at. */
  lookedTo: Type.Optional(Type.String({ format: 'date-time' })),
});
export type OperatedDeliveries = Static<typeof OperatedDeliveries>;

export const DeliveryParams = Type.Object({ id: Type.String({ maxLength: 200 }) });
export const LanguageOfTitle = Type.Object({ language: Type.Optional(LanguageSchema) });

/** `GET /api/operate/deliveries/{id}`: one, with its story. */
export const DeliveryDetail = Type.Object({
  ...OperatedDelivery.properties,
  explanation: Explanation,
});
export type DeliveryDetail = Static<typeof DeliveryDetail>;
