import { type Static, Type } from 'typebox';

/** `POST /api/card-actions`: the body that a button of a card posts, as the card was given it. */
export const CardActionRequest = Type.Object(
  {
    configuration: Type.String({ pattern: '^[\\w-]{22}$' }),
    /** The event's number. */
    event: Type.String({ pattern: '^[0-9]{1,18}$' }),
    /** The button's id. */
    action: Type.String({ pattern: '^[\\w.-]{1,64}$' }),
    key: Type.String({ pattern: '^[\\w-]{43}$' }),
  },
  { additionalProperties: false },
);
export type CardActionRequest = Static<typeof CardActionRequest>;
