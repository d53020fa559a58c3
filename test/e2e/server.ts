import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server process with a data folder of its own. */
export interface TestServer {
  origin: string;
  /** The sandbox's key to send events with, as the server printed it. */
  apiKey: string;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, on a free port, and waits until it says where it is. */
export function startSandboxServer(): Promise<TestServer> {
  return start(['server/main.ts'], { PORT: '0' });
}

/** Starts what `npm run sandbox` starts, on a free port. */
export function startAloneSandbox(app: string, name: string): Promise<TestServer> {
  return start(['server/sandbox/alone/main.ts', '--app', app, '--name', name, '--port', '0'], {});
}

/**
 * Starts a server as in production, with the pages that are built for it: it trusts the keys and reaches the
 * webhooks of a sandbox elsewhere, in the place of Microsoft's.
 */
export function startProductionServer(sandboxOrigin: string): Promise<TestServer> {
  return start(['test/e2e/production-server.ts', sandboxOrigin], {});
}

async function start(args: string[], env: Record<string, string>): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cardwire-e2e-'));
  const server = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: '', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await outputUntil(server, /http:\/\/localhost:\d+[\s\S]*\n\n/);
  return {
    origin: /http:\/\/localhost:\d+/.exec(output)?.[0] ?? '',
    apiKey: /cw_[\w-]+/.exec(output)?.[0] ?? '',
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function outputUntil(server: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
      if (wanted.test(output)) resolve(output);
    };
    server.stdout?.on('data', collect);
    server.stderr?.on('data', collect);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
}
