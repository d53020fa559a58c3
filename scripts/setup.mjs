// What `npm start` and `npm test` need before anything of ours runs: packages, the database client, the
// built pages. Each step runs only when what it depends on has changed. Plain JavaScript for Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stamps = join(root, 'node_modules', '.cardwire');

/** The Node that came with the packages, so that everything runs on the same one. */
export const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');

/** Tools of the packages come first in the path, among them that Node. */
export const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };

/** Brings a fresh checkout to where it can run. Throws nothing: prints what failed and ends the process. */
export function setUp() {
  step('packages', ['package.json', 'package-lock.json'], 'Installing packages', () =>
    // Not `npm ci`: it refuses a lock file that lacks a binary of some other platform, and registries' mirrors
    // do not have all of them. The versions are the lock file's all the same, and it is not written.
    execute('npm', ['install', '--no-save', '--no-audit', '--no-fund'], process.env),
  );
  step('client', ['prisma', 'package-lock.json'], 'Generating the database client', () =>
    execute(node, [packageScript('prisma', 'build/index.js'), 'generate']),
  );
  const sandbox = hasSandbox(process.env);
  const env = { ...environment, SANDBOX: sandbox ? 'on' : 'off' };
  step(
    'pages',
    ['web', 'vite.config.ts', 'package-lock.json'],
    'Building the pages',
    () => execute(node, [packageScript('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'], env),
    sandbox ? '' : ' without the sandbox',
  );
}

const made = {
  packages: 'node_modules/.package-lock.json',
  client: 'server/storage/generated/client.ts',
  pages: 'dist/web',
};

/** Whether the pages are built with the sandbox's: never for production. */
export function hasSandbox({ NODE_ENV, SANDBOX = '' }) {
  return NODE_ENV !== 'production' && !/^(off|false|0|no)$/i.test(SANDBOX.trim());
}

/** `variant` is what else the outcome depends on. */
function step(name, inputs, title, run, variant = '') {
  const stamp = join(stamps, name);
  const state = hashOf(inputs) + variant;
  if (existsSync(join(root, made[name])) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
    return;
  console.log(`${title} …`);
  const output = run();
  if (output !== undefined) {
    console.error(`${output}\n${title} failed: see above.`);
    process.exit(1);
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, state);
}

/** Answers what the command printed if it failed, else nothing. */
function execute(command, args, env = environment) {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (result.status === 0) return undefined;
  return `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? String(result.error) : ''}`;
}

function packageScript(name, file) {
  return join(root, 'node_modules', name, file);
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, join(root, input));
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  } else {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
}
