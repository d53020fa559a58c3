import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../database.ts';
import { CLIENT_ID, ZOE } from '../people.ts';
import { databasePid, endDatabase, newFolder, ownFolder, startServer } from '../server-process.ts';

/** One data folder for the tests that do not need a new one. */
const { folder, end } = newFolder();
afterEach(() => endDatabase(folder));
afterAll(end);

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

/** A database that is gone when the test ends. */
async function ownDatabase(): Promise<string> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  return database.url;
}

describe('with DATABASE_URL', () => {
  it('nothing is embedded, and nothing kept but what the environment does not give', async () => {
    const own = ownFolder();
    const production = {
      SANDBOX: 'off',
      ENTRA_CLIENT_ID: CLIENT_ID,
      ENTRA_TENANTS: ZOE.tenantId,
      LOG_LEVEL: 'error',
    };
    const server = startServer({ DATA_DIR: own, DATABASE_URL: await ownDatabase(), ...production });
    expect((await fetch(`${await server.address}/health/ready`)).status).toBe(200);
    expect(readdirSync(own)).toEqual(['secrets.json']);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);

    const SECRET_KEYS = Buffer.alloc(32, 1).toString('base64');
    const nowhere = join(own, 'nowhere');
    const DATABASE_URL = await ownDatabase();
    const bare = startServer({ DATA_DIR: nowhere, DATABASE_URL, SECRET_KEYS, ...production });
    await bare.address;
    expect(existsSync(nowhere)).toBe(false);
    expect((await fetch(`${await bare.address}/sandbox`)).status).toBe(404);
  });
});
