import { type Static, Type } from 'typebox';

export const ChangeSchema = Type.Object({
  at: Type.String({ format: 'date-time' }),
  byName: Type.String(),
  kind: Type.Union([
    Type.Literal('created'),
    Type.Literal('changed'),
    /** Another webhook was set. */
    Type.Literal('pointed'),
    Type.Literal('paused'),
    Type.Literal('resumed'),
    Type.Literal('removed'),
    /** The removal was undone. */
    Type.Literal('restored'),
  ]),
  /** Of `changed`: the settings that differ since, such as `eventTypes`. */
  settings: Type.Array(Type.String()),
});

/** `GET /api/configurations/{id}/changes`: who changed what, newest first, at most 50. */
export const ChangeList = Type.Object({ items: Type.Array(ChangeSchema) });
export type ChangeList = Static<typeof ChangeList>;

/** `POST /api/configurations/{id}/restore`: `version` is the one that was read. */
export const RestoreRequest = Type.Object(
  { version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) },
  { additionalProperties: false },
);
export type RestoreRequest = Static<typeof RestoreRequest>;
