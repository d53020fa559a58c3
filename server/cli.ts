import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { runCommand } from './operate/command-line/run-command.ts';

const { exitCode, out, err } = await runCommand({
  args: process.argv.slice(2),
  env: process.env,
  fetch,
  // Aside from the answer, which may go to a program.
  tell: (line) => void process.stderr.write(`${line}\n`),
  readFile: (path) => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
});
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exitCode;
