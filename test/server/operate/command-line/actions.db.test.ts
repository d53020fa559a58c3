import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../../../../server/operate/command-line/run-command.ts';
import type { CardActionState } from '../../../../server/storage/generated/client.ts';
import { openStorage, type Storage } from '../../../../server/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../../../database.ts';

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

const actions = (...args: string[]) =>
  runCommand({ args: ['actions', ...args], env: { DATABASE_URL: database.url }, fetch });

async function add(eventId: bigint, state: CardActionState): Promise<void> {
  const pressedAt = new Date('2026-11-21T10:00:00Z');
  const rest = { title: 'Approve', pressedByName: 'Zoë', pressedAt, body: '{}', dueAt: pressedAt, tries: 12 };
  await storage.prisma.cardAction.create({
    data: { id: randomUUID(), configurationId: 'any', eventId, state, ...rest },
  });
}

it('the command "actions retry" lets what was given up begin anew, and nothing else', async () => {
  await add(1n, 'failed');
  await add(2n, 'failed');
  await add(3n, 'delivered');
  expect(await actions('retry')).toEqual({ exitCode: 0, out: '2 pressed buttons wait again.\n', err: '' });
  const rows = await storage.prisma.cardAction.findMany({ orderBy: { eventId: 'asc' } });
  expect(rows.map(({ state, tries }) => [state, tries])).toEqual([
    ['waiting', 0],
    ['waiting', 0],
    ['delivered', 12],
  ]);
  expect((await actions('retry', '--json')).out).toBe('{"retried":0}\n');
});

it('says what it understands', async () => {
  for (const args of [[], ['forget'], ['retry', 'all'], ['retry', '--since', 'now']]) {
    expect(await actions(...args)).toMatchObject({ exitCode: 2, out: '' });
  }
});

it('is the command that docs/actions.md names', () => {
  expect(readFileSync('docs/actions.md', 'utf8')).toContain('`npm run -s cli -- actions retry`');
});
