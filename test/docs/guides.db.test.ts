import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connector } from '../../manifest/connector.ts';
import { listing } from '../../manifest/listing.ts';
import { runPackageCommand } from '../../manifest/package/command.ts';
import { unzipPackage } from '../../manifest/package/zip.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { readPage } from './page.ts';

const ROOT = join(import.meta.dirname, '../..');
const GUIDES = ['sideload.md', 'publish.md'];
const PAGES = GUIDES.flatMap((name) => [name, `fr/${name}`]);
/** What `npm run` starts, without the installation that comes first. */
const MODULES: Record<string, string> = {
  package: join(ROOT, 'manifest/package/main.ts'),
  doctor: join(ROOT, 'server/operate/doctor/main.ts'),
};

let test: TestApp;
let folder: string;
beforeAll(async () => {
  test = await startTestApp();
  folder = mkdtempSync(join(tmpdir(), 'cardwire-guides-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.close();
});

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const run = (file: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)(file, args, { cwd: folder, env: { ...process.env, ...env } });

/** Runs a command of the documentation, with these settings. */
async function runCommand(command: string, env: NodeJS.ProcessEnv) {
  const [, , name = '', , ...args] = command.split(' ');
  expect(scripts[name]).toBe(`node scripts/${name}.mjs`);
  const wrapper = readFileSync(join(ROOT, `scripts/${name}.mjs`), 'utf8');
  const module = MODULES[name] ?? '';
  expect(wrapper).toContain(`runModule('${module.slice(ROOT.length + 1)}')`);
  return run(process.execPath, [module, ...args], env);
}

/** The same in this process, with what it would write left out. */
const makePackage = (command: string, env: NodeJS.ProcessEnv) =>
  runPackageCommand({
    args: command.split(' ').slice(4),
    env,
    declaration: { connector, listing },
    readFile: () => undefined,
    writeFile() {},
  });

const commandsOf = (page: string) =>
  readPage(page)
    .blocks('sh')
    .map((block) => block.trim());
const commandWith = (page: string, part: string) => commandsOf(page).find((one) => one.includes(part)) ?? '';

describe('the guides', () => {
  it.each(GUIDES)('%s says in French what it says in English', (name) => {
    expect(commandsOf(`fr/${name}`)).toEqual(commandsOf(name));
    const shape = (page: string) =>
      readPage(page)
        .text.split('\n')
        .flatMap((line) => /^(#+ |\||\d+\. |- |!\[|```)/.exec(line)?.[1] ?? []);
    expect(shape(`fr/${name}`)).toEqual(shape(name));
  });

  it.each(PAGES)('%s leads only to what there is', (page) => {
    const { text } = readPage(page);
    const links = [...text.matchAll(/\]\(([^)#]+)?(#[^)]+)?\)/g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [, path, anchor] of links) {
      const target = path === undefined ? join(ROOT, 'docs', page) : join(ROOT, 'docs', dirname(page), path);
      expect(existsSync(target), `${page}: ${path}`).toBe(true);
      if (anchor)
        expect(anchorsOf(readFileSync(target, 'utf8')), `${page}: ${path}${anchor}`).toContain(anchor);
    }
  });

  it('make a package, also for a tunnel, and for the store only when nothing stops it', async () => {
    const settings = { PUBLIC_URL: 'https://cards.fabrikam.com' };
    const { stdout } = await runCommand('npm run package', settings);
    expect(stdout).toMatch(/^dist\/cardwire\.zip: the app /);
    expect([...unzipPackage(readFileSync(join(folder, 'dist/cardwire.zip'))).keys()]).toHaveLength(4);
    const tunnel = makePackage(commandWith('sideload.md', '--url'), {});
    expect([tunnel.exitCode, tunnel.out]).toEqual([0, expect.stringContaining('It is a tunnel’s address.')]);
    // The publisher of the repository is an example.
    const store = makePackage(commandWith('publish.md', '--store'), settings);
    expect([store.exitCode, store.err]).toEqual([1, expect.stringContaining('manifest/listing.ts')]);
  });

  it('fetch the package of a running server', async () => {
    const env = {
      CARDWIRE_URL: await test.app.listen({ host: '127.0.0.1', port: 0 }),
      CARDWIRE_KEY: await test.newKey('operate'),
    };
    await run('sh', ['-c', commandWith('sideload.md', 'curl')], env);
    expect([...unzipPackage(readFileSync(join(folder, 'cardwire.zip'))).keys()]).toContain('manifest.json');
  });

  it('ask the doctor, who ends with 1 where something is wrong', async () => {
    const failed = runCommand('npm run doctor', { PUBLIC_URL: 'http://127.0.0.1:1', DATABASE_URL: '' });
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('✗ settings'),
    });
  });

  it('draw icons with a command that there is', () => {
    expect(commandsOf('sideload.md')).toContain('npm run icons');
    expect(scripts.icons).toBe('node scripts/icons.mjs');
  });
});

/** What GitHub makes of headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-')}`,
  );
}
