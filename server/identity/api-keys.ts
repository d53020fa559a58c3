import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../problem.ts';
import type { ApiKey, PrismaClient } from '../storage/generated/client.ts';

/** What a key may do: send events, or operate the server. */
export const SCOPES = ['events', 'operate'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key as its requests see it. */
export interface ApiKeyHolder {
  id: string;
  /** Events sent with this key belong to this tenant alone. */
  tenantId: string | undefined;
}

/** Keys begin with this, so that secret scanners and people recognise them. */
const PREFIX = 'cw_';
const KEY_BYTES = 24;

export function drawApiKey(): string {
  return `${PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;
}

/** Keys are long and random, so a plain hash hides them; looking the hash up leaks nothing by its time. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

export interface NewApiKey {
  name: string;
  scopes: Scope[];
  /** Events sent with the key belong to this tenant alone. */
  tenantId?: string | undefined;
  expiresAt?: Date | undefined;
}

/** Stores a key (its hash) and answers its id. The same key again changes nothing. */
export async function storeApiKey(
  prisma: Pick<PrismaClient, 'apiKey'>,
  key: string,
  { name, scopes, tenantId, expiresAt }: NewApiKey,
): Promise<string> {
  const hash = hashOf(key);
  const id = `key_${randomBytes(9).toString('base64url')}`;
  const stored = await prisma.apiKey.upsert({
    where: { hash },
    update: {},
    create: { id, hash, name, scopes, tenantId: tenantId ?? null, expiresAt: expiresAt ?? null },
  });
  return stored.id;
}

/** What was read of a key counts for so long: a key that is revoked works for this time at the most. */
const REMEMBERED_MS = 2_000;
const REMEMBERED_KEYS = 1_000;

/** That a key is used is written down once in this time: for people, who wonder whether they can revoke it. */
const USE_NOTED_MS = 60_000;

export type CheckApiKey = (authorization: string | undefined, scope: Scope) => Promise<ApiKeyHolder>;

/**
 * Makes the check of `Authorization: Bearer cw_…`. Fails closed: a key that is missing, unknown, revoked or
 * expired is `api-key-refused`, all with the same words; one without the scope is `scope-missing`.
 */
export function createApiKeyCheck(prisma: PrismaClient, now: () => Date): CheckApiKey {
  const remembered = new LRUCache<string, ApiKey>({ max: REMEMBERED_KEYS, ttl: REMEMBERED_MS });
  const find = async (key: string) => {
    const hash = hashOf(key);
    const known = remembered.get(hash) ?? (await prisma.apiKey.findUnique({ where: { hash } }));
    // Unknown keys are not remembered: guesses must not push out the keys that are used.
    if (known && !remembered.has(hash)) remembered.set(hash, known);
    return known;
  };

  const noted = new LRUCache<string, number>({ max: REMEMBERED_KEYS });
  /** Nobody waits for it. Fails open: a use that cannot be written down is one. */
  const noteUse = (id: string) => {
    const at = now();
    if (at.getTime() - (noted.get(id) ?? Number.NEGATIVE_INFINITY) < USE_NOTED_MS) return;
    noted.set(id, at.getTime());
    prisma.apiKey.updateMany({ where: { id }, data: { lastUsedAt: at } }).catch(() => noted.delete(id));
  };

  return async (authorization, scope) => {
    const key = /^Bearer (cw_[\w-]{20,100})$/i.exec(authorization ?? '')?.[1];
    const stored = key ? await find(key) : null;
    if (!stored || stored.revokedAt || (stored.expiresAt && stored.expiresAt <= now())) {
      throw new ProblemError(
        'api-key-refused',
        'Send a valid key in the header "Authorization: Bearer cw_…".',
      );
    }
    if (!stored.scopes.includes(scope)) {
      throw new ProblemError(
        'scope-missing',
        `This key does not have the scope "${scope}". Use one that has.`,
      );
    }
    noteUse(stored.id);
    return { id: stored.id, tenantId: stored.tenantId ?? undefined };
  };
}
