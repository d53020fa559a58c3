import { drawApiKey, type NewApiKey, storeApiKey } from '../../identity/api-keys.ts';
import type { PrismaClient } from '../../storage/generated/client.ts';
import { COMMAND_LINE, recordAudit } from '../audit.ts';
import type { Answer } from './command.ts';
import { type KeyLine, keysInWords, newKeyInWords, revokedInWords } from './keys-in-words.ts';

/** Straight on the database: the first key has nobody to vouch for it but who may reach that. */
export async function createKey(prisma: PrismaClient, wanted: NewApiKey): Promise<Answer> {
  const key = drawApiKey();
  const id = await prisma.$transaction(async (transaction) => {
    const stored = await storeApiKey(transaction, key, wanted);
    const { tenantId, scopes } = wanted;
    const details = { key: stored, scopes: scopes.join(' ') };
    await recordAudit(transaction, { by: COMMAND_LINE, action: 'key-created', tenantId, details });
    return stored;
  });
  return { words: newKeyInWords(id, key), json: { id, key } };
}

export async function listKeys(prisma: PrismaClient): Promise<Answer> {
  const rows = await prisma.apiKey.findMany({ orderBy: { createdAt: 'asc' }, omit: { hash: true } });
  const lines = rows.map(
    ({ id, name, scopes, tenantId, expiresAt, revokedAt }): KeyLine => ({
      id,
      name,
      scopes,
      tenantId: tenantId ?? undefined,
      expiresAt: expiresAt?.toISOString(),
      revokedAt: revokedAt?.toISOString(),
    }),
  );
  return { words: keysInWords(lines), json: rows };
}

export async function revokeKey(prisma: PrismaClient, id: string): Promise<Answer> {
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
  return { words: revokedInWords(id), json: { revoked: id } };
}
