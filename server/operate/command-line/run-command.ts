import { parseArgs } from 'node:util';
import type { Command, Surroundings } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpFor } from './help.ts';

/** What a command leaves for its caller. */
export interface Outcome {
  /** 1: it did not work, or not all of it. 2: it was not understood, and nothing was done. */
  exitCode: 0 | 1 | 2;
  out: string;
  err: string;
}

export interface CommandOptions
  extends Pick<Surroundings, 'env' | 'fetch'>,
    Partial<Pick<Surroundings, 'tell' | 'readFile'>> {
  args: readonly string[];
}

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** Runs one command. Never throws. */
export async function runCommand({ args, ...given }: CommandOptions): Promise<Outcome> {
  const around: Surroundings = { tell() {}, readFile: noFiles, ...given };
  const words = args.slice(0, firstOption(args));
  const command = COMMANDS.find(({ name }) => startsWith(words, name.split(' ')));
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    return { exitCode: 0, out: helpFor(command?.name ?? words[0]), err: '' };
  }
  let understood: Understood;
  try {
    understood = understand(command, args);
  } catch (error) {
    return { exitCode: 2, out: '', err: `${messageOf(error)}\n\n${helpFor(words[0])}` };
  }
  try {
    const answer = await understood.run(around);
    const out = understood.json ? `${JSON.stringify(answer.json)}\n` : answer.words;
    return { exitCode: answer.failed ? 1 : 0, out, err: '' };
  } catch (error) {
    return { exitCode: 1, out: '', err: `${messageOf(error)}\n` };
  }
}

interface Understood {
  run: ReturnType<Command['read']>;
  json: boolean;
}

function understand(command: Command | undefined, args: readonly string[]): Understood {
  if (!command) throw new Error(`There is no command "${args.slice(0, firstOption(args)).join(' ')}".`);
  const { values, positionals } = parseArgs({
    args: args.slice(command.name.split(' ').length),
    allowPositionals: true,
    options: { ...command.options, ...COMMON },
  });
  return { run: command.read(values, positionals), json: values.json === true };
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, index) => words[index] === word);
}

function firstOption(args: readonly string[]): number {
  const index = args.findIndex((arg) => arg.startsWith('-'));
  return index === -1 ? args.length : index;
}

async function noFiles(): Promise<string> {
  throw new Error('There are no files here.');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
