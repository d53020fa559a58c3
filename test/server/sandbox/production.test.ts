import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { readSettings } from '../../../server/settings.ts';
import { pagesIn } from '../../../web/shell/pages-plugin.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Every file of ours that is loaded when this one is: what it imports, but for types, and so on. */
function loadedBy(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry) || !existsSync(entry)) return found;
  found.add(entry);
  const imports = readFileSync(entry, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'|^const .* = await import\('(\.[^']+)'\)/gm,
  );
  for (const [, ...files] of imports) {
    loadedBy(resolve(dirname(entry), files.find((file) => file !== undefined) ?? ''), found);
  }
  return found;
}

it.each(['server/main.ts', 'server/cli.ts'])('nothing of the sandbox is loaded by %s itself', (entry) => {
  const loaded = [...loadedBy(join(root, entry))];
  expect(loaded.length).toBeGreaterThan(10);
  expect(loaded.filter((file) => file.startsWith(join(root, 'server/sandbox')))).toEqual([]);
});

it('is opened through one door alone, when the settings say so', () => {
  const run = readFileSync(join(root, 'server/run.ts'), 'utf8');
  expect(run.match(/import\('\.\/sandbox\/[^']+'\)/g)).toEqual(["import('./sandbox/open-sandbox.ts')"]);
  expect(run).toMatch(/settings\.sandbox\s*\?\s*await openTheSandbox/);
});

it('is refused by the settings of production', () => {
  const settings = { NODE_ENV: 'production', SANDBOX: 'on' };
  expect(() => readSettings(settings)).toThrow('SANDBOX cannot be on in production');
});

it('is not built into the pages of production', () => {
  const web = join(root, 'web');
  expect(pagesIn(web, true).filter((page) => page.startsWith('sandbox')).length).toBeGreaterThan(3);
  expect(pagesIn(web, false).filter((page) => page.startsWith('sandbox'))).toEqual([]);
  expect(pagesIn(web, false)).toContain('config');
});

it.each([
  [{}, true],
  [{ SANDBOX: 'on' }, true],
  [{ SANDBOX: 'Off' }, false],
  [{ NODE_ENV: 'production' }, false],
  [{ NODE_ENV: 'production', SANDBOX: 'on' }, false],
])('with %j the pages are built with the sandbox: %s', async (env, built) => {
  const setup: { hasSandbox(env: object): boolean } = await import(
    pathToFileURL(join(root, 'scripts/setup.mjs')).href
  );
  expect(setup.hasSandbox(env)).toBe(built);
});

it('does not run alone in production', () => {
  const main = join(root, 'server/sandbox/alone/main.ts');
  const { status, stderr } = spawnSync(process.execPath, [main, '--app', 'http://localhost:1'], {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining('does not run in production')]);
});
