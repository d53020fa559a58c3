import { type Static, Type } from 'typebox';
import { SCOPES } from '../identity/api-keys.ts';
import { Cursor, Moment, Tenant } from './query-schema.ts';

const ScopeSchema = Type.Union([Type.Literal('events'), Type.Literal('operate')]);

/** `POST /api/operate/keys`. */
export const NewKey = Type.Object(
  {
    name: Type.String({
      minLength: 1,
      maxLength: 80,
      pattern: '^(?! )[^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u0020\\u007f]$',
    }),
    /** Left out: it may send events. */
    scopes: Type.Optional(
      Type.Array(ScopeSchema, { minItems: 1, maxItems: SCOPES.length, uniqueItems: true }),
    ),
    /** The only organisation that it reaches. Left out: that of the key which makes it, if any. */
    tenantId: Type.Optional(Tenant),
    /** Left out: it works until it is revoked. */
    expiresAt: Type.Optional(Moment),
  },
  { additionalProperties: false },
);
export type NewKey = Static<typeof NewKey>;

/** A key without its secret. */
export const Key = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  tenantId: Type.Optional(Type.String()),
  createdAt: Type.String({ format: 'date-time' }),
  expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
  revokedAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** Within a minute; absent for one that nobody used. */
  lastUsedAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** The very key that asks. */
  own: Type.Boolean(),
});
export type Key = Static<typeof Key>;

/** The answer to `POST`: the only time that the key is shown. */
export const CreatedKey = Type.Object({ ...Key.properties, key: Type.String() });
export type CreatedKey = Static<typeof CreatedKey>;

export const KeysQuery = Type.Object({ cursor: Type.Optional(Cursor) }, { additionalProperties: false });

/** `GET /api/operate/keys`: newest first, 50 a page, also those that were revoked. */
export const KeyPage = Type.Object({ items: Type.Array(Key), next: Type.Optional(Type.String()) });
export type KeyPage = Static<typeof KeyPage>;
