import { type Static, Type } from 'typebox';

/** How the webhooks of one channel behave; `normal` is how they do unless somebody switches them. */
const BehaviourSchema = Type.Union([
  Type.Literal('normal'),
  Type.Literal('slow'),
  Type.Literal('throttled'),
  Type.Literal('hidden-error'),
  Type.Literal('removed'),
  Type.Literal('flow-off'),
  Type.Literal('too-large'),
  Type.Literal('broken'),
]);
export type Behaviour = Static<typeof BehaviourSchema>;

export const ChangeBehaviour = Type.Object({ behaviour: BehaviourSchema }, { additionalProperties: false });

/** The channels whose webhooks do not behave normally, by their ids. */
export const BehavioursSchema = Type.Record(Type.String(), BehaviourSchema);
export type Behaviours = Static<typeof BehavioursSchema>;

/** A request to one of a channel's webhooks that put nothing into the channel. Teams shows no trace of it. */
const MissSchema = Type.Object({
  /** Rises with every miss of this server's life. */
  id: Type.Integer(),
  channelId: Type.String(),
  sender: Type.Object({
    name: Type.String(),
    kind: Type.Union([Type.Literal('connector'), Type.Literal('workflow')]),
  }),
  /** Of the request's body. */
  bytes: Type.Integer(),
  /** What was answered; 0 when the connection was cut instead. */
  status: Type.Integer(),
  /** The answer's body; empty when it had none. */
  words: Type.String(),
  at: Type.String({ format: 'date-time' }),
});
export type Miss = Static<typeof MissSchema>;

export const MissesSchema = Type.Object({ misses: Type.Array(MissSchema) });
export type Misses = Static<typeof MissesSchema>;
