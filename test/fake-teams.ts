import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { buildConnector } from 'undici';

/** What a webhook answers: a response, nothing at all, or a connection that breaks. */
export type FakeAnswer =
  | { status: number; body?: string; headers?: Record<string, string> }
  | 'silence'
  | 'reset';

/** Stands in for all of Microsoft's webhooks: remembers what was posted to each, and answers as it is told. */
export interface FakeTeams {
  /** Leads every connection here, whatever host it is for. */
  connect: buildConnector.connector;
  /** The bodies that a webhook was sent, in order of arrival. */
  posts(url: string): unknown[];
  /** The most posts to one webhook that were under way at one time. */
  mostAtATime(url: string): number;
  /** A webhook's answers from now on, one after the other; the last one for good. */
  answer(url: string, ...answers: FakeAnswer[]): void;
  /** Breaks the connections that were met with silence. */
  hangUp(): void;
  close(): Promise<void>;
}

interface Webhook {
  posts: unknown[];
  answers: FakeAnswer[];
  underWay: number;
  mostAtATime: number;
}

/** What Microsoft's webhooks say when all is well: a connector that it posted, a Workflow that it accepted. */
const GOOD: Record<'connector' | 'workflow', FakeAnswer> = {
  connector: { status: 200, body: '1' },
  workflow: { status: 202 },
};

export async function startFakeTeams(): Promise<FakeTeams> {
  const webhooks = new Map<string, Webhook>();
  const silent = new Set<ServerResponse>();
  const webhookAt = (url: string): Webhook => {
    const { host, pathname } = new URL(url);
    const key = host + pathname;
    const found = webhooks.get(key) ?? {
      posts: [],
      answers: [GOOD[pathname.startsWith('/webhook') ? 'connector' : 'workflow']],
      underWay: 0,
      mostAtATime: 0,
    };
    webhooks.set(key, found);
    return found;
  };

  const server = createServer(async (request, response) => {
    const webhook = webhookAt(`https://${request.headers.host}${request.url}`);
    webhook.underWay += 1;
    webhook.mostAtATime = Math.max(webhook.mostAtATime, webhook.underWay);
    response.on('close', () => {
      webhook.underWay -= 1;
    });
    webhook.posts.push(await json(request));
    const [next = 'reset'] = webhook.answers.length > 1 ? webhook.answers.splice(0, 1) : webhook.answers;
    if (next === 'silence') silent.add(response);
    else if (next === 'reset') response.destroy();
    else response.writeHead(next.status, next.headers).end(next.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const toHere = buildConnector({ allowH2: false });
  return {
    connect: (_options, callback) =>
      toHere({ protocol: 'http:', hostname: '127.0.0.1', port: String(port) }, callback),
    posts: (url) => webhookAt(url).posts,
    mostAtATime: (url) => webhookAt(url).mostAtATime,
    answer(url, ...answers) {
      webhookAt(url).answers = answers;
    },
    hangUp() {
      for (const response of silent) response.destroy();
      silent.clear();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
