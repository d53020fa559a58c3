import { Agent, type buildConnector, type Dispatcher } from 'undici';
import manifest from '../../package.json' with { type: 'json' };
import { type Deadline, startDeadline } from './deadline.ts';
import { networkErrorWords } from './network-error.ts';
import type { Answer } from './verdict.ts';

export interface Poster {
  /**
   * Posts a JSON body and reads the answer. Never rejects: whatever goes wrong before a status has come is a
   * `no-response`, in words that hold no part of the URL. Follows no redirect: a 3xx is an answer.
   */
  post(url: string, body: string, signal?: AbortSignal): Promise<Answer>;
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

/** Of an answer's body; the longest that means something has a few hundred bytes. */
const BODY_MAX_BYTES = 8 * 1_024;

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

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'user-agent': `Cardwire/${manifest.version}`,
};

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
    async post(url, body, signal) {
      const deadline = startDeadline(timeoutMs, signal);
      try {
        return await send(agent, url, body, deadline);
      } catch (error) {
        return { kind: 'no-response', error: networkErrorWords(error) };
      } finally {
        deadline.release();
      }
    },
    close: () => agent.close(),
  };
}

async function send(agent: Agent, url: string, body: string, deadline: Deadline): Promise<Answer> {
  const { origin, pathname, search } = new URL(url);
  const { signal } = deadline;
  const request = agent.request({
    origin,
    path: pathname + search,
    method: 'POST',
    headers: HEADERS,
    body,
    signal,
  });
  // Until a request has a connection, undici remembers the signal but does not reject: it sends nothing then.
  const response = await Promise.race([request, deadline.passed]);
  const retryAfter = [response.headers['retry-after']].flat()[0];
  return {
    kind: 'response',
    status: response.statusCode,
    body: await readBeginning(response.body),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/**
 * The first bytes of a body as text; leaving the loop early closes the connection.
 *
 * A body that breaks off counts as far as it came: the status has said already what became of the card, and
 * calling it no answer would post the card a second time.
 */
async function readBeginning(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= BODY_MAX_BYTES) break;
    }
  } catch {
    // Reset, time-out or stopped by the caller.
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, BODY_MAX_BYTES), { stream: true });
}
