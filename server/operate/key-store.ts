import { readMoment } from '../configurations/replay-request.ts';
import type { ApiKeyHolder } from '../identity/api-keys.ts';
import { drawApiKey, storeApiKey } from '../identity/api-keys.ts';
import { ProblemError } from '../problem.ts';
import type { ApiKey, PrismaClient } from '../storage/generated/client.ts';
import { recordAudit } from './audit.ts';
import type { CreatedKey, Key, KeyPage, NewKey } from './key-schema.ts';
import { readCursor, writeCursor } from './page-cursor.ts';

const PAGE_SIZE = 50;

/** Keys, newest first. A key of one tenant sees that tenant's alone. */
export async function listKeys(
  prisma: PrismaClient,
  holder: ApiKeyHolder,
  cursor: string | undefined,
): Promise<KeyPage> {
  const place = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await prisma.apiKey.findMany({
    where: {
      ...reachOf(holder),
      ...(place && {
        OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const last = rows.at(PAGE_SIZE - 1);
  return {
    items: rows.slice(0, PAGE_SIZE).map((row) => presentKey(row, holder)),
    ...(rows.length > PAGE_SIZE && last && { next: writeCursor({ at: last.createdAt, id: last.id }) }),
  };
}

/** Makes a key. Throws `scope-missing` when it would reach further than the one that asks for it. */
export async function createKey(
  prisma: PrismaClient,
  holder: ApiKeyHolder,
  { name, scopes = ['events'], tenantId = holder.tenantId, expiresAt }: NewKey,
  now: Date,
): Promise<CreatedKey> {
  if (holder.tenantId !== undefined && tenantId?.toLowerCase() !== holder.tenantId) {
    throw new ProblemError('scope-missing', 'This key makes keys for its own organisation alone.');
  }
  const end = expiresAt === undefined ? undefined : readMoment(expiresAt, '/expiresAt');
  if (end && end <= now) {
    throw new ProblemError('invalid-request', 'Give a moment that is still to come.', [
      { pointer: '/expiresAt', detail: 'is over.' },
    ]);
  }
  const key = drawApiKey();
  const tenant = tenantId?.toLowerCase();
  const row = await prisma.$transaction(async (transaction) => {
    const id = await storeApiKey(transaction, key, { name, scopes, tenantId: tenant, expiresAt: end });
    await recordAudit(transaction, {
      by: holder.id,
      action: 'key-created',
      tenantId: tenant,
      details: { key: id, scopes: scopes.join(' ') },
    });
    return transaction.apiKey.findUniqueOrThrow({ where: { id } });
  });
  return { ...presentKey(row, holder), key };
}

/** Revokes a key; again changes nothing. Throws `key-not-found`, the same for one that the holder does not reach. */
export async function revokeKey(
  prisma: PrismaClient,
  holder: ApiKeyHolder,
  id: string,
  now: Date,
): Promise<Key> {
  // What is no id is not looked for: PostgreSQL takes no NUL, even to compare with.
  const where = { id: /^[\w-]{1,40}$/.test(id) ? id : '', ...reachOf(holder) };
  await prisma.$transaction(async (transaction) => {
    const [revoked] = await transaction.apiKey.updateManyAndReturn({
      where: { ...where, revokedAt: null },
      data: { revokedAt: now },
    });
    if (!revoked) return;
    await recordAudit(transaction, {
      by: holder.id,
      action: 'key-revoked',
      tenantId: revoked.tenantId ?? undefined,
      details: { key: revoked.id },
    });
  });
  const row = await prisma.apiKey.findFirst({ where });
  if (!row) throw new ProblemError('key-not-found', 'Choose one of those that GET /api/operate/keys lists.');
  return presentKey(row, holder);
}

function reachOf({ tenantId }: ApiKeyHolder) {
  return tenantId === undefined ? {} : { tenantId };
}

function presentKey(row: ApiKey, holder: ApiKeyHolder): Key {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    ...(row.tenantId !== null && { tenantId: row.tenantId }),
    createdAt: row.createdAt.toISOString(),
    ...(row.expiresAt && { expiresAt: row.expiresAt.toISOString() }),
    ...(row.revokedAt && { revokedAt: row.revokedAt.toISOString() }),
    ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.toISOString() }),
    own: row.id === holder.id,
  };
}
