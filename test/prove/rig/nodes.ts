import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createLocalIssuer, type LocalIssuer } from '../../../server/identity/local-issuer.ts';
import { createVault, type Vault } from '../../../server/storage/vault.ts';
import { type Caller, callsTo } from './calls.ts';
import { monotonicMs } from './clock.ts';
import type { NodeCalls } from './node-process.ts';
import { ended, type Workshop } from './workshop.ts';

/** One Cardwire node. */
export interface CardwireNode {
  title: string;
  /** Where it takes requests: `http://127.0.0.1:<port>`. */
  origin: string;
  /** From the start of the process until it was ready. */
  startMs: number;
  calls: Caller<NodeCalls>;
  /** Resolves when the process has ended, for whatever reason. */
  exited: Promise<void>;
  /** SIGKILL. Answers when the process is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** What all nodes of a run share. */
export interface Cluster {
  vault: Vault;
  issuer: LocalIssuer;
  startNode(title: string): Promise<CardwireNode>;
}

export interface ClusterOptions {
  workshop: Workshop;
  databaseUrl: string;
  fakeTeamsPort: number;
  tenantIds: readonly string[];
}

const CLIENT_ID = '5e1f7a3c-2222-4333-8444-555566667777';
/** What docs/operating.md advises for machines with little memory. */
export const NODE_OPTIONS = [
  '--max-old-space-size=144',
  '--max-semi-space-size=16',
  '--min-semi-space-size=16',
];
const MODULE = join(import.meta.dirname, 'node-process.ts');

/** Prepares nodes as production runs them: several processes, one database, the same keys. */
export async function prepareCluster(options: ClusterOptions): Promise<Cluster> {
  const { workshop, databaseUrl, fakeTeamsPort, tenantIds } = options;
  const secretKey = randomBytes(32);
  const issuer = await createLocalIssuer(CLIENT_ID);
  const env = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://cardwire.example',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    SECRET_KEYS: secretKey.toString('base64'),
    ENTRA_CLIENT_ID: CLIENT_ID,
    ENTRA_TENANTS: tenantIds.join(','),
    LOG_LEVEL: 'warn',
    // One sender is the whole load here.
    KEY_REQUESTS_PER_MINUTE: '10000000',
  };
  return {
    vault: createVault([secretKey]),
    issuer,
    async startNode(title) {
      const spawnedAt = monotonicMs();
      const child = workshop.fork(title, MODULE, NODE_OPTIONS);
      const calls = callsTo<NodeCalls>(child, title);
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const port = await calls
        .call('start', { env, jwks: issuer.keys, fakeTeamsPort })
        // A process that could not start must not linger.
        .catch(async (error: unknown) => {
          await ended(child);
          throw error;
        });
      return {
        title,
        origin: `http://127.0.0.1:${port}`,
        startMs: monotonicMs() - spawnedAt,
        calls,
        exited,
        kill: () => ended(child),
        stop: () => stopped(child, calls),
      };
    },
  };
}

async function stopped(child: ChildProcess, calls: Caller<NodeCalls>): Promise<void> {
  await calls.call('stop');
  await ended(child);
}
