import { type Static, Type } from 'typebox';
import { EVENT_LIMITS } from '../events/schema.ts';
import { DeliverySchema } from './schema.ts';

/** PostgreSQL takes no NUL, even to compare with. */
const Identity = Type.String({ minLength: 1, maxLength: EVENT_LIMITS.textLength, pattern: '^[^\\u0000]*$' });

/** `GET /api/configurations/{id}/explain?source=&event=`: the identity of an event. */
export const ExplainQuery = Type.Object({
  source: Identity,
  event: Identity,
});

/** One step of the story. `code` is stable; `facts` are its details by name. */
const ExplanationStep = Type.Object({
  code: Type.String(),
  /** When it happened. */
  at: Type.Optional(Type.String({ format: 'date-time' })),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  /** The same for people, in English. */
  text: Type.String(),
});

/** What became of an event for a configuration, from its acceptance to where it is now. */
export const Explanation = Type.Object({
  /** Absent when the event never became a delivery. */
  delivery: Type.Optional(Type.Object({ id: Type.String(), state: DeliverySchema.properties.state })),
  steps: Type.Array(ExplanationStep),
});
export type Explanation = Static<typeof Explanation>;
