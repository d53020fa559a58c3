import { runCommand } from './operate/command.ts';

const { exitCode, out, err } = await runCommand({
  args: process.argv.slice(2),
  env: process.env,
  fetch,
  // Aside from the answer, which may go to a program.
  tell: (line) => void process.stderr.write(`${line}\n`),
});
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exitCode;
