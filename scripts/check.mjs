// `npm run check`: types, lint and format, unused code. Prints what is wrong; exit code 1 if anything is.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, node, root, setUp } from './setup.mjs';

const CHECKS = [
  ['types of the server', 'typescript/bin/tsc', ['--noEmit', '-p', '.']],
  ['types of the pages', 'typescript/bin/tsc', ['--noEmit', '-p', 'web']],
  ['lint and format', '@biomejs/biome/bin/biome', ['ci', '.']],
  ['unused code', 'knip/bin/knip.js', []],
];

/** Answers how many checks passed and failed. */
export function check() {
  const result = { passed: 0, failed: 0 };
  for (const [title, script, args] of CHECKS) {
    const { status, stdout, stderr } = spawnSync(node, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: environment,
      encoding: 'utf8',
    });
    console.log(`${status === 0 ? '✓' : '✗'} ${title}`);
    if (status !== 0) console.log(`${stdout}${stderr}`);
    result[status === 0 ? 'passed' : 'failed'] += 1;
  }
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  process.exitCode = check().failed > 0 ? 1 : 0;
}
