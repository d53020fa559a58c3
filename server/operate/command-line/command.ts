import type { ParseArgsConfig } from 'node:util';

/** What a command finds around it. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  fetch: typeof fetch;
  /** Takes a line of what a long command has done so far. */
  tell(line: string): void;
  /** Reads a file; `-` is what is piped in. */
  readFile(path: string): Promise<string>;
}

/** What a command found or did, for people and for programs. */
export interface Answer {
  words: string;
  json: unknown;
  /** A part of it did not work: the exit code says so. */
  failed?: boolean;
}

/** Options as they were given, by their names. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Command {
  /** As it is called: "keys create". */
  name: string;
  /** What may follow the name. */
  usage: string;
  /** What it does, a line each. */
  about: readonly string[];
  /** Besides --json and --help, which all have. */
  options?: NonNullable<ParseArgsConfig['options']>;
  /** Understands what follows the name, or throws, in words for people. Only what it gives back does something. */
  read(values: Values, operands: readonly string[]): (around: Surroundings) => Promise<Answer>;
}

/** An option that takes a text. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The one operand of a command that takes one. */
export function onlyOperand(operands: readonly string[], what: string): string {
  const [operand, ...rest] = operands;
  if (operand === undefined) throw new Error(`Give ${what}.`);
  noMore(rest);
  return operand;
}

export function noMore(operands: readonly string[]): void {
  if (operands.length > 0) throw new Error(`What is "${operands.join(' ')}"?`);
}

/** Options as a query; those that were left out are left out. */
export function queryOf(values: Values, names: readonly string[]): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = textOf(values, name);
    if (value !== undefined) query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : '';
}
