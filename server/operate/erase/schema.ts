import { type Static, Type } from 'typebox';

const Guid = Type.String({ pattern: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' });

/** `POST /api/operate/erase`: everything of an organisation, or of a person. */
export const EraseRequest = Type.Object(
  {
    /** An organisation's id. Either this or `user`. */
    tenant: Type.Optional(Guid),
    /** A person's object id in Entra. */
    user: Type.Optional(Guid),
    /** The same id again. Left out: nothing is erased, and the answer says what would be. */
    confirm: Type.Optional(Guid),
    /** What the record names it by, such as the number of a request. Nothing of people: it stays for good. */
    reference: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f\\u007f]*$' }),
    ),
  },
  { additionalProperties: false },
);
export type EraseRequest = Static<typeof EraseRequest>;

/** How many rows of each kind. */
export const ErasedCounts = Type.Object({
  configurations: Type.Integer(),
  deliveries: Type.Integer(),
  attempts: Type.Integer(),
  events: Type.Integer(),
  /** Entries of the history of configurations. */
  changes: Type.Integer(),
  /** Pressed buttons. */
  cardActions: Type.Integer(),
  /** Of Connect to Office 365: what was connected, and what was about to be. */
  connections: Type.Integer(),
  keys: Type.Integer(),
  /** Rows that stay, without the person's name and id. */
  anonymised: Type.Integer(),
});
export type ErasedCounts = Static<typeof ErasedCounts>;

export const EraseResult = Type.Object({
  /** Whether it was done, or only counted. */
  erased: Type.Boolean(),
  counts: ErasedCounts,
});
export type EraseResult = Static<typeof EraseResult>;
