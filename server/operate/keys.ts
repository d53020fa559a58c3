import { parseArgs } from 'node:util';
import { drawApiKey, SCOPES, type Scope, storeApiKey } from '../identity/api-keys.ts';
import type { PrismaClient } from '../storage/generated/client.ts';
import { COMMAND_LINE, recordAudit } from './audit.ts';
import { withDatabase } from './database.ts';

/** A line for people, and the same for programs. */
export interface KeyAnswer {
  words: string;
  json: unknown;
}

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * `keys create`, `keys list` and `keys revoke`: straight on the database, because the first key has nobody to
 * vouch for it but who may reach that. Throws, in words for people, what is wrong with the arguments.
 */
export function readKeyCommand(args: readonly string[]): (env: NodeJS.ProcessEnv) => Promise<KeyAnswer> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      scope: { type: 'string', multiple: true },
      tenant: { type: 'string' },
      expires: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [verb, id, ...rest] = positionals;
  if (rest.length > 0) throw new Error(`What is "${rest.join(' ')}"?`);
  if (verb === 'create' && id === undefined) {
    const key = readNewKey(values);
    return (env) => withDatabase(env, ({ prisma }) => create(prisma, key));
  }
  if (verb === 'list' && id === undefined) return (env) => withDatabase(env, ({ prisma }) => list(prisma));
  if (verb === 'revoke' && id !== undefined) {
    return (env) => withDatabase(env, ({ prisma }) => revoke(prisma, id));
  }
  throw new Error('The command is "keys create", "keys list" or "keys revoke ID".');
}

function readNewKey(values: { name?: string; scope?: string[]; tenant?: string; expires?: string }) {
  const { name, scope = ['events'], tenant, expires } = values;
  if (!name?.trim() || name.length > 80)
    throw new Error('Give the key a name of up to 80 characters: --name "CI".');
  const scopes = scope.map((given): Scope => {
    const known = SCOPES.find((candidate) => candidate === given);
    if (!known) throw new Error(`There is no scope "${given}", only ${SCOPES.join(' and ')}.`);
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

async function create(prisma: PrismaClient, wanted: ReturnType<typeof readNewKey>): Promise<KeyAnswer> {
  const key = drawApiKey();
  const id = await prisma.$transaction(async (transaction) => {
    const stored = await storeApiKey(transaction, key, wanted);
    const { tenantId, scopes } = wanted;
    const details = { key: stored, scopes: scopes.join(' ') };
    await recordAudit(transaction, { by: COMMAND_LINE, action: 'key-created', tenantId, details });
    return stored;
  });
  return { words: `${key}\n\nKeep it now: only its hash is stored. Its id is ${id}.\n`, json: { id, key } };
}

async function list(prisma: PrismaClient): Promise<KeyAnswer> {
  const rows = await prisma.apiKey.findMany({ orderBy: { createdAt: 'asc' }, omit: { hash: true } });
  const words = rows.map(({ id, name, scopes, tenantId, expiresAt, revokedAt }) =>
    [
      id,
      name,
      scopes.join('+'),
      ...(tenantId ? [`for ${tenantId}`] : []),
      ...(revokedAt ? [`revoked ${revokedAt.toISOString()}`] : []),
      ...(expiresAt ? [`expires ${expiresAt.toISOString()}`] : []),
    ].join('  '),
  );
  return { words: rows.length === 0 ? 'There are no keys.\n' : `${words.join('\n')}\n`, json: rows };
}

async function revoke(prisma: PrismaClient, id: string): Promise<KeyAnswer> {
  await prisma.$transaction(async (transaction) => {
    const [revoked] = await transaction.apiKey.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (!revoked) throw new Error(`There is no key ${id} that could be revoked. "keys list" shows all.`);
    const tenantId = revoked.tenantId ?? undefined;
    await recordAudit(transaction, {
      by: COMMAND_LINE,
      action: 'key-revoked',
      tenantId,
      details: { key: id },
    });
  });
  return { words: `${id} is revoked: within seconds nothing takes it any more.\n`, json: { revoked: id } };
}
