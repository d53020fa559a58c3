import { execFile } from 'node:child_process';
import { readlinkSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isAlive } from '../../server/storage/postgres/process.ts';
import {
  apiKeyOf,
  databasePid,
  endDatabase,
  newFolder,
  openSandbox,
  ownFolder,
  prepareFolder,
  startServer,
} from '../server-process.ts';

const eventually = (look: () => unknown) => expect.poll(look, { timeout: 15_000, interval: 50 });

/** One data folder for the tests that do not need a new one: making a database takes longest. */
const { folder, end } = newFolder();
beforeAll(() => prepareFolder(folder));
afterEach(() => endDatabase(folder));
afterAll(end);

let task = 0;
/** Numbers of tasks that no other test sent. */
const newTasks = (count: number) => Array.from({ length: count }, () => (task += 1));

describe('a server', () => {
  it('starts on a folder that is new, and says where to look and what to try', async () => {
    const server = startServer({ DATA_DIR: ownFolder() });
    const origin = await server.address;
    expect(server.printed.out).toContain(`${origin}/sandbox`);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    await (await openSandbox(server)).configure();

    const command = /^ {2}curl .*?(?=\n\n)/ms.exec(server.printed.out)?.[0] ?? '';
    const { stdout } = await promisify(execFile)('sh', ['-c', command]);
    expect(JSON.parse(stdout)).toEqual({
      events: [expect.objectContaining({ duplicate: false, channels: 1 })],
    });
    expect(server.printed.err).toBe('');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops on %s, and its database with it', async (signal) => {
    const server = startServer({ DATA_DIR: folder });
    await server.address;
    const database = databasePid(folder) ?? 0;
    expect(isAlive(database)).toBe(true);
    server.kill(signal);
    expect(await server.ended).toBe(0);
    expect(isAlive(database)).toBe(false);
    expect(databasePid(folder)).toBeUndefined();
    expect(server.printed.err).toBe('');
  });

  it('stops also while it starts', async () => {
    const server = startServer({ DATA_DIR: folder });
    await eventually(() => databasePid(folder)).toBeGreaterThan(0);
    server.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(databasePid(folder)).toBeUndefined();
  });

  it('keeps its key, its people’s work and its events over a restart', async () => {
    const [first = 0, second = 0] = newTasks(2);
    const before = startServer({ DATA_DIR: folder });
    const client = await openSandbox(before);
    await client.send(first);
    await eventually(() => client.tasks()).toContain(first);
    before.kill('SIGINT');
    await before.ended;
    const after = startServer({ DATA_DIR: folder });
    const again = await openSandbox(after);
    expect(apiKeyOf(after)).toBe(apiKeyOf(before));
    expect(await again.tasks()).toContain(first);
    await again.send(second);
    await eventually(() => again.tasks()).toContain(second);
  });
});

it('a folder that only its owner can reach will do', async () => {
  const outer = ownFolder();
  const inner = join(outer, 'inner');
  const server = startServer({ DATA_DIR: inner });
  onTestFinished(async () => {
    // As root the database is kept where its user can go.
    await endDatabase(inner);
    if (process.getuid?.() === 0) rmSync(dirname(readlinkSync(join(inner, 'postgres'))), { recursive: true });
  });
  const client = await openSandbox(server);
  await client.configure();
  await client.send(1);
  await eventually(() => client.tasks()).toEqual([1]);
  server.kill('SIGINT');
  expect(await server.ended).toBe(0);
});
