// Finds a Chromium for the browser tests, or installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { environment, node, root } from './setup.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium. CHROMIUM names one; else the machine's, else Playwright's, else a new one. */
export function findChromium() {
  const found = lookUp();
  if (found) return found;
  console.log('Installing Chromium …');
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const isRoot = process.getuid?.() === 0;
  const attempts = [
    [node, [playwright, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']],
    // Where Playwright's download is out of reach, Debian's own does as well.
    ...(isRoot ? [['sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium']]] : []),
  ];
  let output = '';
  for (const [command, args] of attempts) {
    const result = spawnSync(command, args, {
      cwd: root,
      env: environment,
      encoding: 'utf8',
      timeout: 300_000,
    });
    const installed = lookUp();
    if (installed) return installed;
    output += `${result.stdout ?? ''}${result.stderr ?? ''}`;
  }
  console.error(`${output}\nNo Chromium could be installed. Install one and set CHROMIUM to its path.`);
  process.exit(1);
}

function lookUp() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
}
