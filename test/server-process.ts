import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isAlive } from '../server/storage/postgres/process.ts';

const MAIN = join(import.meta.dirname, '../server/main.ts');

/** `node server/main.ts`, as somebody starts it. */
export interface ServerProcess {
  pid: number;
  /** What it printed so far, by where to. */
  printed: { out: string; err: string };
  /** Its exit code, once it has ended; the signal's name if that ended it. */
  ended: Promise<number | string>;
  /** Its address, once it says that it runs. Rejects with what it said when it ends instead. */
  address: Promise<string>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a server with these settings alone, on a free port. It is gone when the test ends. */
export function startServer(env: NodeJS.ProcessEnv): ServerProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [MAIN], { cwd: '/', env: { PATH, HOME, PORT: '0', ...env } });
  const printed = { out: '', err: '' };
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.out += text;
      const port = /localhost:(\d+)\/sandbox|\(port (\d+)\)/.exec(printed.out)?.slice(1).find(Boolean);
      if (port && printed.out.endsWith('.\n')) resolve(`http://localhost:${port}`);
    });
    ended.then((code) => reject(new Error(`it ended with ${code}: ${printed.out}${printed.err}`)));
  });
  // Only tests that wait for it want to know.
  address.catch(() => {});
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { pid: child.pid ?? 0, printed, ended, address, kill: (signal) => void child.kill(signal) };
}

/** The process of the embedded database in a data folder, if one is noted there. */
export function databasePid(folder: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return undefined;
  }
}

/** Ends the embedded database of a data folder, however it was left. */
export async function endDatabase(folder: string): Promise<void> {
  const pid = databasePid(folder);
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await new Promise(setImmediate);
}
