import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKeyCheck } from '../../../../server/identity/api-keys.ts';
import { runCommand } from '../../../../server/operate/command-line/run-command.ts';
import { openStorage, type Storage } from '../../../../server/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../../../database.ts';

const TENANT = 'a5e5a9c1-7a07-4e0b-8a5c-0f3c2d1b4e6f';

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

const keys = (...args: string[]) =>
  runCommand({ args: ['keys', ...args], env: { DATABASE_URL: database.url }, fetch });

async function created(...args: string[]): Promise<{ id: string; key: string }> {
  const { out, err } = await keys('create', '--json', ...args);
  expect(err).toBe('');
  return JSON.parse(out);
}

describe('the command "keys"', () => {
  it('makes a key that the server takes, for its scopes and tenant alone, and shows it once', async () => {
    const { id, key } = await created('--name', 'CI', '--scope', 'operate', '--tenant', TENANT.toUpperCase());
    const check = createApiKeyCheck(storage.prisma, () => new Date());
    expect(await check(`Bearer ${key}`, 'operate')).toEqual({ id, tenantId: TENANT });
    await expect(check(`Bearer ${key}`, 'events')).rejects.toMatchObject({ code: 'scope-missing' });
    const { out } = await keys('list');
    expect(out).toContain(`${id}  CI  operate  for ${TENANT}`);
    expect(out).not.toContain(key);
    expect((await keys('list', '--json')).out).not.toContain('hash');
  });

  it('makes a key for sending events when no scope is named', async () => {
    const { key } = await created('--name', 'plain');
    const check = createApiKeyCheck(storage.prisma, () => new Date());
    await expect(check(`Bearer ${key}`, 'events')).resolves.toMatchObject({ tenantId: undefined });
  });

  it('lets a key end at its time', async () => {
    const { key } = await created('--name', 'short', '--expires', '2030-01-01T00:00:00Z');
    const at = (time: string) => createApiKeyCheck(storage.prisma, () => new Date(time));
    await expect(at('2029-12-31T23:59:59Z')(`Bearer ${key}`, 'events')).resolves.toBeDefined();
    await expect(at('2030-01-01T00:00:00Z')(`Bearer ${key}`, 'events')).rejects.toMatchObject({
      code: 'api-key-refused',
    });
  });

  it('lets a key be replaced without a gap: both work until the old one is revoked', async () => {
    const check = () => createApiKeyCheck(storage.prisma, () => new Date());
    const old = await created('--name', 'old');
    const fresh = await created('--name', 'new');
    for (const { id, key } of [old, fresh]) {
      expect(await check()(`Bearer ${key}`, 'events')).toMatchObject({ id });
    }
    await keys('revoke', old.id);
    await expect(check()(`Bearer ${old.key}`, 'events')).rejects.toMatchObject({ code: 'api-key-refused' });
    expect(await check()(`Bearer ${fresh.key}`, 'events')).toMatchObject({ id: fresh.id });
  });

  it('revokes a key, once', async () => {
    const { id, key } = await created('--name', 'lost');
    expect(await keys('revoke', id)).toMatchObject({ exitCode: 0, err: '' });
    const check = createApiKeyCheck(storage.prisma, () => new Date());
    await expect(check(`Bearer ${key}`, 'events')).rejects.toMatchObject({ code: 'api-key-refused' });
    expect(await keys('revoke', id)).toMatchObject({ exitCode: 1, out: '' });
  });

  it.each([
    [[]],
    [['create']],
    [['create', '--name', ' ']],
    [['create', '--name', 'x', '--scope', 'everything']],
    [['create', '--name', 'x', '--tenant', 'contoso']],
    [['create', '--name', 'x', '--expires', 'soon']],
    [['create', '--name', 'x', '--colour', 'red']],
    [['revoke']],
    [['list', 'all']],
  ])('is not understood, with help, and nothing is stored: %j', async (args) => {
    const before = await storage.prisma.apiKey.count();
    const { exitCode, out, err } = await keys(...args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain('node server/cli.ts keys create');
    expect(await storage.prisma.apiKey.count()).toBe(before);
  });
});
