import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../../server/storage/postgres/process.ts';
import type { SandboxClient } from '../sandbox-client.ts';
import {
  databasePid,
  endDatabase,
  newFolder,
  openSandbox,
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

describe('what was acknowledged', () => {
  /** That all arrived, in order; the one that was under way may have come twice. */
  async function expectAllArrive(client: SandboxClient, sent: number[]) {
    await eventually(async () =>
      [...new Set(await client.tasks())].filter((number) => sent.includes(number)),
    ).toEqual(sent);
  }

  it('is delivered after the server was killed, by one that finds the database running', async () => {
    const sent = newTasks(6);
    const server = startServer({ DATA_DIR: folder });
    const client = await openSandbox(server);
    for (const number of sent) expect(await client.send(number)).toBe(202);
    server.kill('SIGKILL');
    await server.ended;
    const database = databasePid(folder);
    const next = startServer({ DATA_DIR: folder });
    await expectAllArrive(await openSandbox(next), sent);
    expect(databasePid(folder)).toBe(database);
    next.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(databasePid(folder)).toBeUndefined();
  });

  it('is delivered after both were killed', async () => {
    const sent = newTasks(6);
    const server = startServer({ DATA_DIR: folder });
    const client = await openSandbox(server);
    for (const number of sent) expect(await client.send(number)).toBe(202);
    server.kill('SIGKILL');
    process.kill(databasePid(folder) ?? 0, 'SIGKILL');
    await server.ended;
    await expectAllArrive(await openSandbox(startServer({ DATA_DIR: folder })), sent);
  });

  it('is delivered after the database was killed, and so is what comes once it is back', async () => {
    const [last = 0, ...sent] = newTasks(6);
    const server = startServer({ DATA_DIR: folder });
    const client = await openSandbox(server);
    for (const number of sent) expect(await client.send(number)).toBe(202);
    const killed = databasePid(folder) ?? 0;
    process.kill(killed, 'SIGKILL');
    const answers: number[] = [];
    await eventually(async () => answers.push(await client.send(last)) && answers.at(-1)).toBe(202);
    // Whoever sent meanwhile was told to come again, not that we are broken.
    expect(answers.slice(0, -1).filter((status) => status !== 503)).toEqual([]);
    await eventually(() => client.tasks().catch(() => [])).toEqual(expect.arrayContaining([...sent, last]));
    expect(databasePid(folder)).not.toBe(killed);
    server.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(databasePid(folder)).toBeUndefined();
  });
});

describe('a database that was killed is not left behind by a stop', () => {
  async function stopAfter(moment: (killed: number) => Promise<void>) {
    const server = startServer({ DATA_DIR: folder });
    await server.address;
    const killed = databasePid(folder) ?? 0;
    process.kill(killed, 'SIGKILL');
    await moment(killed);
    server.kill('SIGINT');
    expect(await server.ended).toBe(0);
    const left = databasePid(folder);
    expect(left !== undefined && isAlive(left)).toBe(false);
  }

  it('that comes before it was missed', () => stopAfter(async () => {}));

  it('that comes while it starts again', () =>
    stopAfter(async (killed) => {
      const isStarting = () => ![undefined, killed].includes(databasePid(folder));
      await expect.poll(isStarting, { timeout: 15_000, interval: 1 }).toBe(true);
    }));
});
