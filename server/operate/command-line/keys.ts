import { SCOPES, type Scope } from '../../identity/api-keys.ts';
import type { PrismaClient } from '../../storage/generated/client.ts';
import { CreatedKey, Key, KeyPage } from '../key-schema.ts';
import { ask } from './ask.ts';
import { askPages } from './ask-pages.ts';
import {
  type Answer,
  type Command,
  noMore,
  onlyOperand,
  type Surroundings,
  textOf,
  type Values,
} from './command.ts';
import { withDatabase } from './database.ts';
import { keysInWords, newKeyInWords, revokedInWords } from './keys-in-words.ts';
import { createKey, listKeys, revokeKey } from './keys-on-database.ts';

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const keyCommands: readonly Command[] = [
  {
    name: 'keys create',
    usage: '--name NAME [--scope events|operate] [--tenant ID] [--expires TIME]',
    about: [
      'Makes an API key and shows it once. --scope may be given twice; without it the key may send events.',
    ],
    options: {
      name: { type: 'string' },
      scope: { type: 'string', multiple: true },
      tenant: { type: 'string' },
      expires: { type: 'string' },
    },
    read(values, operands) {
      noMore(operands);
      const wanted = readNewKey(values);
      return (around) =>
        either(
          around,
          (prisma) => createKey(prisma, wanted),
          async () => {
            const { expiresAt, tenantId, ...body } = wanted;
            const made = await ask(around, {
              path: '/api/operate/keys',
              body: { ...body, tenantId, expiresAt: expiresAt?.toISOString() },
              answer: CreatedKey,
            });
            return { words: newKeyInWords(made.id, made.key), json: { id: made.id, key: made.key } };
          },
        );
    },
  },
  {
    name: 'keys list',
    usage: '',
    about: ['Shows all keys, without their secrets.'],
    read(_values, operands) {
      noMore(operands);
      return (around) =>
        either(around, listKeys, async () => {
          const call = { path: '/api/operate/keys', filters: [], item: KeyPage.properties.items.items };
          const { items } = await askPages(around, { all: true }, call);
          return { words: keysInWords(items), json: items };
        });
    },
  },
  {
    name: 'keys revoke',
    usage: 'ID',
    about: ['Ends a key for good.'],
    read(_values, operands) {
      const id = onlyOperand(operands, 'the id of the key: "keys list" shows it');
      return (around) =>
        either(
          around,
          (prisma) => revokeKey(prisma, id),
          async () => {
            await ask(around, {
              path: `/api/operate/keys/${encodeURIComponent(id)}/revoke`,
              body: {},
              answer: Key,
            });
            return { words: revokedInWords(id), json: { revoked: id } };
          },
        );
    },
  },
];

/** With a key the server is asked; without one whoever reaches the database is believed. */
function either(
  around: Surroundings,
  onDatabase: (prisma: PrismaClient) => Promise<Answer>,
  onServer: () => Promise<Answer>,
): Promise<Answer> {
  return around.env.CARDWIRE_KEY ? onServer() : withDatabase(around.env, ({ prisma }) => onDatabase(prisma));
}

function readNewKey(values: Values) {
  const [name = '', tenant, expires] = ['name', 'tenant', 'expires'].map((option) => textOf(values, option));
  if (!name.trim() || name.length > 80)
    throw new Error('Give the key a name of up to 80 characters: --name "CI".');
  const given = Array.isArray(values.scope) ? values.scope : ['events'];
  const scopes = given.map((scope): Scope => {
    const known = SCOPES.find((candidate) => candidate === scope);
    if (!known) throw new Error(`There is no scope "${scope}", only ${SCOPES.join(' and ')}.`);
    return known;
  });
  if (tenant !== undefined && !GUID.test(tenant))
    throw new Error('--tenant takes the id of an organisation.');
  if (expires !== undefined && Number.isNaN(Date.parse(expires))) {
    throw new Error('--expires takes a moment, such as 2027-01-31T00:00:00Z.');
  }
  return {
    name: name.trim(),
    scopes,
    tenantId: tenant?.toLowerCase(),
    expiresAt: expires === undefined ? undefined : new Date(expires),
  };
}
