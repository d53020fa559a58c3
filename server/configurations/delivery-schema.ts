import { type Static, Type } from 'typebox';
import { ResumeModeSchema } from './schema.ts';

/** A year, leap day included: who wants longer pauses until resumed. */
export const LONGEST_PAUSE_SECONDS = 366 * 86_400;

/** `POST /api/configurations/{id}/pause`: until a moment, for a time, or, with neither, until resumed. */
export const PauseRequest = Type.Object(
  {
    until: Type.Optional(Type.String({ format: 'date-time' })),
    /** Seconds. */
    for: Type.Optional(Type.Integer({ minimum: 1, maximum: LONGEST_PAUSE_SECONDS })),
    /** What the pause's own end does with what waited; left out: one catch-up card. */
    onResume: Type.Optional(ResumeModeSchema),
  },
  { additionalProperties: false },
);
export type PauseRequest = Static<typeof PauseRequest>;

/** `POST /api/configurations/{id}/resume`; left out: as was chosen for the pause. */
export const ResumeRequest = Type.Object(
  { mode: Type.Optional(ResumeModeSchema) },
  { additionalProperties: false },
);

export type ResumeRequest = Static<typeof ResumeRequest>;

/** What to deliver again: exactly one of the three. */
export const ReplayRequest = Type.Object(
  {
    /** One delivery, by its id. */
    delivery: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })),
    /** All that failed or expired. */
    failed: Type.Optional(Type.Literal(true)),
    /** All whose events were accepted since this moment, also those that were sent: they come twice. */
    since: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { additionalProperties: false },
);
export type ReplayRequest = Static<typeof ReplayRequest>;

/** What a replay did. */
export const ReplayResult = Type.Object({
  /** Deliveries that wait again. */
  replayed: Type.Integer(),
  /** How many of them had been sent already, so that the channel sees them a second time. */
  repeated: Type.Integer(),
});
export type ReplayResult = Static<typeof ReplayResult>;
