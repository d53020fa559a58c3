import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isAlive } from '../server/storage/postgres/process.ts';
import { type SandboxClient, sandboxClient } from './sandbox-client.ts';

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
  const server = spawnServer(env);
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

function spawnServer(env: NodeJS.ProcessEnv): ServerProcess {
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

/** A data folder, until `end` is called: it is gone then, with its database. */
export function newFolder(): { folder: string; end(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'cardwire-main-'));
  return {
    folder,
    async end() {
      await endDatabase(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A data folder that is gone when the test ends. */
export function ownFolder(): string {
  const { folder, end } = newFolder();
  onTestFinished(end);
  return folder;
}

/** Makes the database in a data folder, with a channel for tasks in its sandbox. */
export async function prepareFolder(folder: string): Promise<void> {
  const server = spawnServer({ DATA_DIR: folder });
  await (await openSandbox(server)).configure();
  server.kill('SIGINT');
  await server.ended;
}

/** The sandbox of a server, once that runs. */
export async function openSandbox(server: ServerProcess): Promise<SandboxClient> {
  return sandboxClient(await server.address, apiKeyOf(server));
}

/** The key to send events with, which the sandbox prints. */
export function apiKeyOf({ printed }: ServerProcess): string {
  return /Bearer (cw_[\w-]+)/.exec(printed.out)?.[1] ?? '';
}
