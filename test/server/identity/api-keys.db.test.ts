import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKeyCheck, drawApiKey, storeApiKey } from '../../../server/identity/api-keys.ts';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { ZOE } from '../../people.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

let database: TestDatabase;
let storage: Storage;

beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});

const check: ReturnType<typeof createApiKeyCheck> = (authorization, scope) =>
  createApiKeyCheck(storage.prisma, () => NOW)(authorization, scope);

/** A key that may send events; `change` is what differs. */
async function newKey(change: { revokedAt?: Date; expiresAt?: Date; tenantId?: string } = {}) {
  const key = drawApiKey();
  const id = await storeApiKey(storage.prisma, key, { name: 'tasks', scopes: ['events'] });
  await storage.prisma.apiKey.update({ where: { id }, data: change });
  return { id, key };
}

describe('a key', () => {
  it('opens what it has the scope for', async () => {
    const { id, key } = await newKey();
    expect(await check(`Bearer ${key}`, 'events')).toEqual({ id, tenantId: undefined });
    expect(await check(`bearer ${key}`, 'events')).toMatchObject({ id });
  });

  it('tells the tenant that it is bound to', async () => {
    const { key } = await newKey({ tenantId: ZOE.tenantId });
    expect(await check(`Bearer ${key}`, 'events')).toMatchObject({ tenantId: ZOE.tenantId });
  });

  it('is valid until the moment at which it expires', async () => {
    const { key } = await newKey({ expiresAt: new Date(NOW.getTime() + 1) });
    expect(await check(`Bearer ${key}`, 'events')).toMatchObject({ tenantId: undefined });
  });

  it('without the scope is known, and told so', async () => {
    const { key } = await newKey();
    await expect(check(`Bearer ${key}`, 'operate')).rejects.toMatchObject({
      code: 'scope-missing',
      message: expect.stringMatching('"operate"'),
    });
  });

  it('that is stored again stays the same', async () => {
    const { id, key } = await newKey();
    expect(await storeApiKey(storage.prisma, key, { name: 'other', scopes: ['events', 'operate'] })).toBe(id);
    await expect(check(`Bearer ${key}`, 'operate')).rejects.toMatchObject({ code: 'scope-missing' });
  });

  it('is nowhere in the database', async () => {
    const { key } = await newKey();
    const { rows } = await storage.pool.query('SELECT * FROM api_key');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(key.slice('cw_'.length));
  });

  it('is drawn anew each time, long enough not to be guessed', () => {
    const keys = new Set(Array.from({ length: 1_000 }, drawApiKey));
    expect(keys.size).toBe(1_000);
    for (const key of keys) expect(key).toMatch(/^cw_[\w-]{32}$/);
  });
});

it('all refusals are the same, whatever is wrong with the key', async () => {
  const { key } = await newKey();
  const authorizations = [
    undefined,
    '',
    key,
    'Bearer ',
    `Basic ${key}`,
    `Bearer ${key} x`,
    `Bearer ${drawApiKey()}`,
    `Bearer ${key.slice(0, -1)}`,
    `Bearer ${key.toUpperCase()}`,
    'Bearer cw_%',
    `Bearer ${(await newKey({ revokedAt: NOW })).key}`,
    `Bearer ${(await newKey({ expiresAt: NOW })).key}`,
    `Bearer ${(await newKey({ expiresAt: new Date(NOW.getTime() - 1) })).key}`,
  ];
  const refusals = await Promise.all(
    authorizations.flatMap((authorization) =>
      (['events', 'operate'] as const).map((scope) => check(authorization, scope).catch((error) => error)),
    ),
  );
  const told = refusals.map(({ code, message, fields }) => JSON.stringify({ code, message, fields }));
  expect(new Set(told).size).toBe(1);
  expect(refusals[0]).toMatchObject({ code: 'api-key-refused' });
});
