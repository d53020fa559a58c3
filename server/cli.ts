import { runCommand } from './operate/command.ts';

const { exitCode, out, err } = await runCommand({ args: process.argv.slice(2), env: process.env, fetch });
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exitCode;
