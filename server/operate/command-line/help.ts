import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

const ENVIRONMENT = `Every command takes --json, for programs, and --help.
Exit codes: 0 done, 1 it did not work or not all of it, 2 not understood.

CARDWIRE_URL is the server's address (default http://localhost:3978), CARDWIRE_KEY a key of the scope "operate".
"keys" without CARDWIRE_KEY, "actions" and "secrets" work on the database of DATABASE_URL, or of the server that
runs on DATA_DIR.
`;

/** Help for all commands, or for those whose names begin so. */
export function helpFor(name: string | undefined): string {
  const chosen = COMMANDS.filter(
    (command) => name !== undefined && `${command.name} `.startsWith(`${name} `),
  );
  if (chosen.length > 0) return `${chosen.map(describe).join('\n')}\n${ENVIRONMENT}`;
  return `Operates a running Cardwire.\n\n${COMMANDS.map(describe).join('\n')}\n${ENVIRONMENT}`;
}

const WIDTH = 100;

function describe({ name, usage, about }: Command): string {
  const lines = about.map((line) => `      ${line}\n`);
  return `  ${folded(`node server/cli.ts ${name} ${usage}`.trim())}\n${lines.join('')}`;
}

/** Goes on below, between two options, where a line would be too long. */
function folded(usage: string): string {
  const lines = [''];
  for (const part of usage.split(/ (?=\[)/)) {
    const line = lines.at(-1) ?? '';
    if (line.length + part.length < WIDTH) lines[lines.length - 1] = line ? `${line} ${part}` : part;
    else lines.push(part);
  }
  return lines.join('\n          ');
}
