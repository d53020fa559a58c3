import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '../../scripts/cards.mjs');

it('names what changed, accepts it, and then has nothing to say', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cardwire-golden-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const cards = async (...args: string[]) =>
    (await run(process.execPath, [SCRIPT, '--folder', folder, ...args])).stdout;

  await writeFile(join(folder, 'old.json'), '{}');
  const named = await cards('--list');
  expect(named).toMatch(/^new {6}en\/task\.created$/m);
  expect(named).toMatch(/^gone {5}old$/m);
  expect(named).toContain('npm run cards -- --update');

  expect(await cards('--update')).toMatch(/Accepted: \d+\./);
  expect(await cards()).toBe('Every card is as it was accepted.\n');

  const file = join(folder, 'en/task.created.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('New task', 'A task'));
  expect(await cards('--list')).toMatch(/^changed {2}en\/task\.created$/m);
}, 30_000);
