import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { endDatabase, openSandbox, ownFolder, prepareFolder, startServer } from '../server-process.ts';
import { readPage } from './page.ts';

/** Makes a database, copies it and starts twice. */
const PATIENCE_MS = 120_000;
const commands = readPage('backup-and-upgrade.md').blocks('sh');

it('tells these commands and no others', () => {
  expect(commands).toEqual([
    'pg_dump --format=custom --file=cardwire.dump "$DATABASE_URL"\n',
    'cp -a data data-backup\n',
    'pg_restore --no-owner --exit-on-error --dbname="$DATABASE_URL" cardwire.dump\n',
  ]);
});

it(
  'a copy of the data folder goes on where the folder was, with its channels and keys',
  async () => {
    const workplace = ownFolder();
    const data = join(workplace, 'data');
    mkdirSync(data);
    await prepareFolder(data);
    await promisify(execFile)('sh', ['-c', commands[1] ?? ''], { cwd: workplace });
    const backup = join(workplace, 'data-backup');
    onTestFinished(() => endDatabase(backup));
    const client = await openSandbox(startServer({ DATA_DIR: backup }));
    expect(await client.send(1)).toBe(202);
    await expect.poll(() => client.tasks(), { timeout: 15_000, interval: 50 }).toEqual([1]);
  },
  PATIENCE_MS,
);
