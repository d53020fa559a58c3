import { parseArgs } from 'node:util';
import { Value } from 'typebox/value';
import { ReplayResult } from '../configurations/delivery-schema.ts';
import { readActionsCommand } from './actions.ts';
import { ask, type Server } from './ask.ts';
import { readKeyCommand } from './keys.ts';
import { readSecretsCommand } from './secrets/command.ts';

/** What a command leaves for its caller. */
export interface Outcome {
  exitCode: 0 | 1 | 2;
  out: string;
  err: string;
}

export interface CommandOptions {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  fetch: typeof fetch;
  /** Takes a line of what a long command has done so far. */
  tell?(line: string): void;
}

const HELP = `Operates a running Cardwire.

  node server/cli.ts keys create --name NAME [--scope events|operate] [--tenant ID] [--expires TIME] [--json]
      Makes an API key and shows it once. --scope may be given twice; without it the key may send events.
  node server/cli.ts keys list [--json]
  node server/cli.ts keys revoke ID [--json]

  node server/cli.ts actions retry [--json]
      Passes on again to ACTION_URL what was given up of what people pressed on cards.

  node server/cli.ts secrets status [--json]
      Says which of SECRET_KEYS encrypts how much, and whether the old ones are still needed.
  node server/cli.ts secrets reencrypt [--json]
      Encrypts everything anew with the first of SECRET_KEYS, while the server runs. Can be ended and run again.

      These work on the database of DATABASE_URL, or of the server that runs on DATA_DIR.

  node server/cli.ts replay --failed [--configuration ID] [--json]
      Delivers again what failed or expired.
  node server/cli.ts replay --since 2026-11-21T10:00:00Z [--configuration ID] [--json]
      Delivers again everything accepted since then. What was sent before comes a second time.
  node server/cli.ts replay --delivery NUMBER [--json]
      Delivers one delivery again.

CARDWIRE_URL is the server's address (default http://localhost:3978), CARDWIRE_KEY a key of the scope "operate".
`;

/** Understands the arguments of a command, or throws, in words for people. */
type ReadCommand = (
  args: readonly string[],
) => (env: NodeJS.ProcessEnv, tell: (line: string) => void) => Promise<{ words: string; json: unknown }>;

/** Commands that need no running server, but its database. */
const ON_DATABASE: ReadonlyMap<string, ReadCommand> = new Map<string, ReadCommand>([
  ['keys', readKeyCommand],
  ['actions', readActionsCommand],
  ['secrets', readSecretsCommand],
]);

const DEFAULT_URL = 'http://localhost:3978';

/** Runs one command. Exit code 1: it did not work; 2: it was not understood. Never throws. */
export async function runCommand({ args, env, fetch, tell = () => {} }: CommandOptions): Promise<Outcome> {
  const onDatabase = args[0] === undefined ? undefined : ON_DATABASE.get(args[0]);
  if (onDatabase) return runOnDatabase(onDatabase, args.slice(1), env, tell);
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    return { exitCode: 2, out: '', err: `${messageOf(error)}\n\n${HELP}` };
  }
  if (options.help) return { exitCode: 0, out: HELP, err: '' };
  try {
    const server: Server = { url: env.CARDWIRE_URL ?? DEFAULT_URL, key: env.CARDWIRE_KEY, fetch };
    const answer = await ask(server, '/api/operate/replay', options.replay);
    if (!Value.Check(ReplayResult, answer)) throw new Error('The server gave an answer of another version.');
    return { exitCode: 0, out: options.json ? `${JSON.stringify(answer)}\n` : inWords(answer), err: '' };
  } catch (error) {
    return { exitCode: 1, out: '', err: `${messageOf(error)}\n` };
  }
}

async function runOnDatabase(
  read: ReadCommand,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<Outcome> {
  let work: ReturnType<ReadCommand>;
  try {
    work = read(args);
  } catch (error) {
    return { exitCode: 2, out: '', err: `${messageOf(error)}\n\n${HELP}` };
  }
  try {
    const { words, json } = await work(env, tell);
    return { exitCode: 0, out: args.includes('--json') ? `${JSON.stringify(json)}\n` : words, err: '' };
  } catch (error) {
    return { exitCode: 1, out: '', err: `${messageOf(error)}\n` };
  }
}

interface Options {
  help: boolean;
  json: boolean;
  /** The request's body. */
  replay: object;
}

/** Throws, in words for people, when the arguments are not those of a command. */
function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      configuration: { type: 'string' },
      delivery: { type: 'string' },
      failed: { type: 'boolean' },
      since: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { json, help, ...replay } = values;
  if (help || args.length === 0) return { help: true, json, replay: {} };
  if (positionals.length !== 1 || positionals[0] !== 'replay')
    throw new Error('The command is "replay", "keys", "actions" or "secrets".');
  const choices = [replay.delivery, replay.failed, replay.since].filter((choice) => choice !== undefined);
  if (choices.length !== 1) throw new Error('Give exactly one of --failed, --since and --delivery.');
  return { help, json, replay };
}

function inWords({ replayed, repeated }: ReplayResult): string {
  if (replayed === 0) return 'Nothing was found to deliver again.\n';
  const twice = repeated > 0 ? `; ${repeated} of them had been sent before and come a second time` : '';
  return `${replayed} ${replayed === 1 ? 'delivery waits' : 'deliveries wait'} again${twice}.\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
