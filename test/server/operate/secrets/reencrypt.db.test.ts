import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../server/operate/command-line/run-command.ts';
import { reencrypt, SEALED_COLUMNS } from '../../../../server/operate/secrets/reencrypt.ts';
import { readSecretsStatus } from '../../../../server/operate/secrets/status.ts';
import { openVault } from '../../../../server/storage/lasting-keys.ts';
import { openStorage, type Storage } from '../../../../server/storage/storage.ts';
import { createVault } from '../../../../server/storage/vault.ts';
import { addConfiguration } from '../../../configuration-row.ts';
import { createTestDatabase, type TestDatabase } from '../../../database.ts';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const before = createVault([OLD]);
const between = createVault([NEW, OLD]);
const after = createVault([NEW]);

let database: TestDatabase;
let storage: Storage;
beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
beforeEach(() => storage.pool.query('TRUNCATE configuration, connect_attempt, lasting_keys'));
afterAll(async () => {
  await storage.close();
  await database.drop();
});

const run = (onProgress: (done: number, total: number) => void = () => {}) =>
  reencrypt({ pool: storage.pool, vault: between, onProgress });

/** Stores so many configurations whose addresses are under the old key. */
async function addMany(count: number): Promise<void> {
  const { id, ...pattern } = await addConfiguration(storage.prisma);
  const rows = Array.from({ length: count }, (_, index) => {
    const ownId = `many-${index}`;
    const sealed = before.seal(`url ${index}`, ownId);
    return { ...pattern, id: ownId, creationKey: ownId, destinationUrl: sealed } as typeof pattern & {
      id: string;
    };
  });
  await storage.prisma.configuration.delete({ where: { id } });
  await storage.prisma.configuration.createMany({
    // What is no JSON stays the column's own nothing.
    data: rows.map(({ filter: _, filterVars: __, quietHours: ___, schedule: ____, ...row }) => row),
  });
}

it('brings every row of every column under the first key, in batches, and tells how far it is', async () => {
  await addMany(1_201);
  await openVault(storage.pool, [OLD]);
  const told: [number, number][] = [];
  expect(await run((...progress) => told.push(progress))).toEqual({ reencrypted: 1_202, unreadable: [] });
  expect(told).toEqual([
    [500, 1_202],
    [1_000, 1_202],
    [1_201, 1_202],
    [1_202, 1_202],
  ]);
  const rows = await storage.prisma.configuration.findMany();
  for (const { id, destinationUrl } of rows) {
    expect(`many-${after.open(destinationUrl ?? '', id).slice(4)}`).toBe(id);
  }
  expect(await readSecretsStatus(storage.pool, between)).toMatchObject({ onlyFirstNeeded: true });
  expect(await run()).toEqual({ reencrypted: 0, unreadable: [] });
});

it('goes on where it was ended', async () => {
  await addMany(700);
  const ended = run(() => {
    throw new Error('ended');
  });
  await expect(ended).rejects.toThrow('ended');
  expect(await readSecretsStatus(storage.pool, between)).toMatchObject({
    keys: [
      { place: 'first', rows: 500 },
      { place: 'further', rows: 200 },
    ],
    onlyFirstNeeded: false,
  });
  expect(await run()).toMatchObject({ reencrypted: 200 });
});

it('leaves what no key opens as it is, and names it', async () => {
  const { id } = await addConfiguration(storage.prisma, {
    destinationUrl: createVault([Buffer.alloc(32, 9)]).seal('url', 'elsewhere'),
  });
  expect(await run()).toEqual({ reencrypted: 0, unreadable: [{ table: 'configuration', id }] });
  expect((await readSecretsStatus(storage.pool, between)).keys).toContainEqual({
    name: expect.any(String),
    rows: 1,
    place: 'missing',
  });
});

it('knows every column of the database that holds sealed text', async () => {
  const known = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort();
  const { rows } = await storage.pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name
       FROM information_schema.columns
      WHERE table_schema = 'public'
        AND column_name IN ('destination_url', 'grant', 'sealed', 'secret', 'client_state', 'token')`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(known);
});

it('a server does not start on a database whose key it has not', async () => {
  await openVault(storage.pool, [OLD]);
  await expect(openVault(storage.pool, [NEW])).rejects.toThrow(
    'which is not in SECRET_KEYS. Put that key back',
  );
  const kept = await openVault(storage.pool, [NEW, OLD]);
  expect(kept.fingerprint('url')).toBe(before.fingerprint('url'));
});

describe('a key that is lost', () => {
  const secrets = (verb: string[], keys: Buffer) =>
    runCommand({
      args: ['secrets', ...verb],
      env: { DATABASE_URL: database.url, SECRET_KEYS: keys.toString('base64') },
      fetch,
    });

  it('is forgotten: its channels wait for a new address, the others go on, and a server starts', async () => {
    await openVault(storage.pool, [OLD]);
    const id = 'of-the-lost-key';
    await addConfiguration(storage.prisma, { id, destinationUrl: before.seal('url', id) });
    const other = await addConfiguration(storage.prisma, { destinationUrl: after.seal('url', 'other') });
    const [name = ''] = before.keyNames;
    expect(await secrets(['forget', name], OLD)).toMatchObject({ exitCode: 1 });
    expect(await secrets(['forget', name], NEW)).toMatchObject({
      exitCode: 0,
      out: '1 channel waits for a new address.\n',
    });
    expect(await storage.prisma.configuration.findMany({ orderBy: { id: 'asc' } })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id, state: 'broken', brokenAt: expect.any(Date), destinationUrl: null }),
        expect.objectContaining({ id: other.id, state: 'active' }),
      ]),
    );
    await expect(openVault(storage.pool, [NEW])).resolves.toBeDefined();
    expect((await secrets(['status'], NEW)).out).toContain('Only the first key is needed.');
  });

  it('must have encrypted something', async () => {
    expect(await secrets(['forget', '00000000'], NEW)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('Nothing is encrypted with a key 00000000.'),
    });
  });
});
