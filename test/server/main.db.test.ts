import { execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isAlive } from '../../server/storage/postgres/process.ts';
import { createTestDatabase } from '../database.ts';
import { CLIENT_ID, ZOE } from '../people.ts';
import { type SandboxClient, sandboxClient } from '../sandbox-client.ts';
import { databasePid, endDatabase, type ServerProcess, startServer } from '../server-process.ts';

const eventually = (look: () => unknown) => expect.poll(look, { timeout: 15_000, interval: 50 });

/** One data folder for the tests that do not need a new one: making a database takes longest. */
let folder: string;
beforeAll(() => {
  folder = newFolder();
});
afterEach(() => endDatabase(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cardwire-main-'));
}

/** A folder that this test alone uses. */
function ownFolder(): string {
  const own = newFolder();
  onTestFinished(async () => {
    await endDatabase(own);
    rmSync(own, { recursive: true, force: true });
  });
  return own;
}

const apiKeyOf = ({ printed }: ServerProcess) => /Bearer (cw_[\w-]+)/.exec(printed.out)?.[1] ?? '';

async function open(server: ServerProcess): Promise<SandboxClient> {
  return sandboxClient(await server.address, apiKeyOf(server));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
let task = 0;
/** Numbers of tasks that no other test sent to the shared folder. */
const newTasks = (count: number) => upTo(count).map(() => (task += 1));

describe('a server', () => {
  it('starts on a folder that is new, and says where to look and what to try', async () => {
    const server = startServer({ DATA_DIR: folder });
    const origin = await server.address;
    expect(server.printed.out).toContain(`${origin}/sandbox`);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    await (await open(server)).configure();

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
    const client = await open(before);
    await client.send(first);
    await eventually(() => client.tasks()).toContain(first);
    before.kill('SIGINT');
    await before.ended;
    const after = startServer({ DATA_DIR: folder });
    const again = await open(after);
    expect(apiKeyOf(after)).toBe(apiKeyOf(before));
    expect(await again.tasks()).toContain(first);
    await again.send(second);
    await eventually(() => again.tasks()).toContain(second);
  });
});

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
    const client = await open(server);
    for (const number of sent) expect(await client.send(number)).toBe(202);
    server.kill('SIGKILL');
    await server.ended;
    const database = databasePid(folder);
    const next = startServer({ DATA_DIR: folder });
    await expectAllArrive(await open(next), sent);
    expect(databasePid(folder)).toBe(database);
    next.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(databasePid(folder)).toBeUndefined();
  });

  it('is delivered after both were killed', async () => {
    const sent = newTasks(6);
    const server = startServer({ DATA_DIR: folder });
    const client = await open(server);
    for (const number of sent) expect(await client.send(number)).toBe(202);
    server.kill('SIGKILL');
    process.kill(databasePid(folder) ?? 0, 'SIGKILL');
    await server.ended;
    await expectAllArrive(await open(startServer({ DATA_DIR: folder })), sent);
  });

  it('is delivered after the database was killed, and so is what comes once it is back', async () => {
    const [last = 0, ...sent] = newTasks(6);
    const server = startServer({ DATA_DIR: folder });
    const client = await open(server);
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

it('a folder that only its owner can reach will do', async () => {
  const outer = ownFolder();
  const inner = join(outer, 'inner');
  const server = startServer({ DATA_DIR: inner });
  onTestFinished(async () => {
    // As root the database is kept where its user can go.
    await endDatabase(inner);
    if (process.getuid?.() === 0) rmSync(dirname(readlinkSync(join(inner, 'postgres'))), { recursive: true });
  });
  const client = await open(server);
  await client.configure();
  await client.send(1);
  await eventually(() => client.tasks()).toEqual([1]);
  server.kill('SIGINT');
  expect(await server.ended).toBe(0);
});

describe('with DATABASE_URL', () => {
  it('nothing is embedded, and nothing kept but what the environment does not give', async () => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    const own = ownFolder();
    const production = {
      SANDBOX: 'off',
      DATABASE_URL: database.url,
      ENTRA_CLIENT_ID: CLIENT_ID,
      ENTRA_TENANTS: ZOE.tenantId,
      LOG_LEVEL: 'error',
    };
    const server = startServer({ DATA_DIR: own, ...production });
    expect((await fetch(`${await server.address}/health/ready`)).status).toBe(200);
    expect(readdirSync(own)).toEqual(['secrets.json']);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);

    const SECRET_KEYS = Buffer.alloc(32, 1).toString('base64');
    const nowhere = join(own, 'nowhere');
    const bare = startServer({ DATA_DIR: nowhere, SECRET_KEYS, ...production });
    await bare.address;
    expect(existsSync(nowhere)).toBe(false);
    expect((await fetch(`${await bare.address}/sandbox`)).status).toBe(404);
  });
});

describe('is refused with exit code 1 and words that help', () => {
  async function refusal(env: NodeJS.ProcessEnv): Promise<string[]> {
    const server = startServer(env);
    expect(await server.ended).toBe(1);
    expect(server.printed.out).toBe('');
    return server.printed.err.trimEnd().split('\n');
  }

  it('a second server on the same folder; the first goes on', async () => {
    const first = startServer({ DATA_DIR: folder });
    const origin = await first.address;
    const lines = await refusal({ DATA_DIR: folder });
    expect(lines).toEqual([
      `Cardwire already runs on the data folder ${folder} (process ${first.pid}). Stop it, or set DATA_DIR to another folder.`,
    ]);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  });

  it('a port that is taken; no database is left running', async () => {
    const taken = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const lines = await refusal({ DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port) });
    expect(lines).toEqual([
      `Port ${port} is in use by another program. Stop that, or set PORT to another number.`,
    ]);
    expect(databasePid(folder)).toBeUndefined();
  });

  it('settings that are wrong, all in one message', async () => {
    const lines = await refusal({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'very-secret' });
    expect(lines).toHaveLength(4);
    expect(lines.join()).toMatch(/PORT.*DATABASE_URL.*LOG_LEVEL/);
    expect(lines.join()).not.toContain('very-secret');
  });

  it('production without what it needs', async () => {
    const lines = await refusal({ NODE_ENV: 'production', DATA_DIR: folder });
    for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'SECRET_KEYS', 'ENTRA_CLIENT_ID']) {
      expect(lines.join('\n')).toContain(`- ${name} `);
    }
  });

  it('the sandbox in production', async () => {
    const lines = await refusal({ NODE_ENV: 'production', SANDBOX: 'on' });
    expect(lines).toContain('  - SANDBOX cannot be on in production: anybody could sign in.');
  });

  it('secrets that cannot be read', async () => {
    const own = ownFolder();
    writeFileSync(join(own, 'secrets.json'), '{"databasePassword": "a');
    expect(await refusal({ DATA_DIR: own })).toEqual([
      `${join(own, 'secrets.json')} is not readable. Put it back from a backup: without it nothing can be decrypted.`,
    ]);
    expect(readdirSync(own)).toEqual(['secrets.json']);
  });

  it('secrets of another folder than the database', async () => {
    const server = startServer({ DATA_DIR: folder });
    await server.address;
    const kept = join(folder, 'secrets.json');
    const content = readFileSync(kept, 'utf8');
    writeFileSync(kept, content.replace(/("databasePassword": ")[^"]+/, '$1another'));
    const lines = await refusal({ DATA_DIR: folder });
    writeFileSync(kept, content);
    expect(lines).toEqual([expect.stringMatching('refuses the password of this data folder')]);
  });

  it('a folder that cannot be made', async () => {
    expect(await refusal({ DATA_DIR: '/dev/null/data' })).toEqual([
      expect.stringMatching(
        '^The data folder /dev/null/data cannot be used .* Set DATA_DIR to another one.$',
      ),
    ]);
  });
});
