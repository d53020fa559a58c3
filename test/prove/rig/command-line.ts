import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The options are not right; without a message, help was asked for. */
export class UsageError extends Error {}

/** What was given, as text. Throws a UsageError for an option that is not known, and for anything that is none. */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export interface NumberOption {
  /** The value when the option was not given. */
  normal: number;
  min: number;
  max: number;
  /** Decimals are allowed. */
  fraction?: boolean;
}

/** Reads a number, or throws a UsageError that tells what is allowed. */
export function numberOption(
  name: string,
  text: string | undefined,
  { normal, min, max, fraction = false }: NumberOption,
): number {
  if (text === undefined) return normal;
  const number = Number(text);
  const isNumber = fraction ? /^\d+(\.\d+)?$/ : /^\d+$/;
  if (!isNumber.test(text) || number < min || number > max) {
    throw new UsageError(`--${name} must be a ${fraction ? '' : 'whole '}number from ${min} to ${max}.`);
  }
  return number;
}

/** Runs a command with its options: wrong ones are told with the help, and end with exit code 2. */
export async function runCommand(help: string, work: (args: string[]) => Promise<void>): Promise<void> {
  // A signal ends the process at once; what it started ends with it.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stdout.write(`${[error.message, help].filter(Boolean).join('\n\n')}\n`);
    process.exitCode = error.message === '' ? 0 : 2;
  }
}
