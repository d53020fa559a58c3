import { Agent, type buildConnector } from 'undici';
import { exchange } from './exchange.ts';
import type { Answer } from './verdict.ts';

export interface Poster {
  /**
   * Posts a JSON body and reads the answer. Never rejects: whatever goes wrong before a status has come is a
   * `no-response`, in words that hold no part of the URL. Follows no redirect: a 3xx is an answer.
   * `headers` come besides those of every post.
   */
  post(url: string, body: string, signal?: AbortSignal, headers?: Record<string, string>): Promise<Answer>;
  /** Waits for the posts that are under way, then closes all connections. */
  close(): Promise<void>;
}

export interface PosterOptions {
  /** Opens the connections, and decides to whom: see guard.ts. */
  connect: buildConnector.connector;
  /** For the whole post: waiting for a connection, connecting, headers and body. */
  timeoutMs?: number;
}

/** Teams is slow, and an answer that is given up on is posted twice. */
const POST_TIMEOUT_MS = 30_000;

/**
 * All channels of a tenant or an environment share one host, and several hundred of them may have work at once.
 * More posts than this wait for a connection, within their own time.
 */
const CONNECTIONS_PER_HOST = 256;

/**
 * An idle connection is closed before the other side does it: a post that meets a connection just being closed
 * is lost, and trying again may post twice.
 */
const KEEP_ALIVE_MS = 10_000;

/** Makes the one client that all webhooks are posted with. It keeps connections open: close it. */
export function createPoster({ connect, timeoutMs = POST_TIMEOUT_MS }: PosterOptions): Poster {
  const agent = new Agent({
    connect,
    connections: CONNECTIONS_PER_HOST,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    // The deadline of each post covers both.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    post: (url, body, signal, headers) => exchange(agent, url, body, { timeoutMs, signal, headers }),
    close: () => agent.close(),
  };
}
