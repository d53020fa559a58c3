import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { buildConnector } from 'undici';
import { keepCompiled, readCompiled } from '../../../server/compile-cache.ts';
import type { Running } from '../../../server/run.ts';
import { answerCalls } from './calls.ts';

// A Cardwire node as a process of its own, as server/main.ts is, but for its world outside: webhooks are
// those of the fake Teams, and people sign in with tokens of a local issuer.

export interface NodeStart {
  /** Environment variables, as docs/settings.md lists them. */
  env: Record<string, string>;
  /** The keys that sign-in tokens are checked with. */
  jwks: JSONWebKeySet;
  fakeTeamsPort: number;
}

export interface NodeMemory {
  /** What the process holds now and held at the most, in bytes. */
  residentBytes: number;
  peakBytes: number;
}

export type NodeCalls = {
  /** Answers the port that it listens on, once it is ready. */
  start(options: NodeStart): Promise<number>;
  memory(): NodeMemory;
  /** As SIGTERM: lets what is under way end. */
  stop(): Promise<void>;
};

readCompiled();
const { createLogger } = await import('../../../server/logger.ts');
const { run } = await import('../../../server/run.ts');
const { readSettings } = await import('../../../server/settings.ts');

let running: Running | undefined;

answerCalls<NodeCalls>({
  async start({ env, jwks, fakeTeamsPort }) {
    const settings = readSettings(env);
    running = await run(settings, createLogger(settings), {
      keys: createLocalJWKSet(jwks),
      connect: connectTo(fakeTeamsPort),
    });
    keepCompiled();
    return running.port;
  },
  memory: () => ({
    residentBytes: process.memoryUsage.rss(),
    peakBytes: process.resourceUsage().maxRSS * 1_024,
  }),
  async stop() {
    await running?.stop();
  },
});

/** Leads every host to the fake Teams, over plain HTTP; the request keeps the host's name. */
function connectTo(port: number): buildConnector.connector {
  const connect = buildConnector({ allowH2: false });
  return (_options, callback) =>
    connect({ protocol: 'http:', hostname: '127.0.0.1', port: String(port) }, callback);
}
