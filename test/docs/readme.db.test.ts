import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { readSettings } from '../../server/settings.ts';
import { endDatabase, startServer } from '../server-process.ts';

const sh = (command: string, env: NodeJS.ProcessEnv) =>
  promisify(execFile)('sh', ['-c', command], { env: { ...process.env, ...env } });

const readme = readFileSync('README.md', 'utf8');
const commands = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map((match) => (match[1] ?? '').trim());
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

it('holds these commands and no others, and package.json has what they call', () => {
  expect(commands.map((command) => command.split('\n').at(-1)?.trim().slice(0, 24))).toEqual([
    'npm start',
    'npm test',
    expect.stringContaining("-d '{"),
    'npm start',
    'npm run -s cli -- keys c',
    // test/docs/guides.db.test.ts runs these two.
    'npm run package',
    'npm run doctor',
  ]);
  expect(scripts).toMatchObject({ start: 'node scripts/start.mjs', test: 'node scripts/test.mjs' });
});

it('names settings for production that the server takes', () => {
  const [production = ''] = commands.filter((command) => command.startsWith('NODE_ENV=production'));
  const given = production.replace('$(openssl rand -base64 32)', Buffer.alloc(32, 1).toString('base64'));
  const env = Object.fromEntries([...given.matchAll(/^([A-Z_]+)=(\S+)/gm)].map((match) => match.slice(1)));
  expect(readSettings(env)).toMatchObject({ production: true, sandbox: false });
});

/** A database is made, a server starts, and the command line beside it. */
const PATIENCE_MS = 90_000;

it('makes a key and sends an event with it', { timeout: PATIENCE_MS }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardwire-readme-'));
  onTestFinished(async () => {
    await endDatabase(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const address = await startServer({ DATA_DIR: folder }).address;
  const makeKey = commands.find((command) => command.includes('keys create')) ?? '';
  const { stdout: made } = await sh(makeKey, { DATA_DIR: folder });
  const key = /^cw_[\w-]+/.exec(made)?.[0];
  const send = commands.find((command) => command.startsWith('curl')) ?? '';
  const { stdout } = await sh(`${send.replace('http://localhost:3978', address)} -s`, { CARDWIRE_KEY: key });
  expect(JSON.parse(stdout).events).toEqual([expect.objectContaining({ duplicate: false })]);
});
