import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import pg from 'pg';
import { Agent, request } from 'undici';
import { onTestFinished } from 'vitest';
import { guardedConnect } from '../../../server/destinations/guard.ts';
import { DEFAULT_WEBHOOK_HOSTS } from '../../../server/destinations/recognise.ts';
import { problems } from '../../../server/plugins/problems.ts';
import { type SandboxOptions, sandbox } from '../../../server/sandbox/plugin.ts';
import type {
  Installation,
  Post,
  Posts,
  SandboxState,
  SandboxWebhook,
} from '../../../server/sandbox/schema.ts';
import { CHANNELS, PEOPLE } from '../../../server/sandbox/team.ts';
import { sandboxConnect } from '../../../server/sandbox/webhook-connect.ts';
import { ACTION_SECRET } from '../card-actions/action-secret.ts';

export const [GENERAL = '', BUILDS = ''] = CHANNELS.map(({ id }) => id);
export const [ADA = '', LOUIS = ''] = PEOPLE.map(({ id }) => id);

export function channelPath(channelId: string, rest: string): string {
  return `/channels/${encodeURIComponent(channelId)}/${rest}`;
}

/** A server with nothing but the sandbox, and the requests that its page makes. */
export interface RunningSandbox {
  app: FastifyInstance;
  origin: string;
  /** A request of the sandbox's own page; `Body` is what the test expects back. */
  call<Body = unknown>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Body }>;
  state(): Promise<SandboxState>;
  posts(channelId: string): Promise<Post[]>;
  createWebhook(channelId: string, kind: 'connector' | 'workflow', name?: string): Promise<SandboxWebhook>;
  addConnector(
    channelId: string,
    settings?: object,
  ): Promise<{ webhook: SandboxWebhook; added: Installation }>;
  /** A post to a webhook as a sender makes it, over the network. */
  postTo(url: string, body: unknown): Promise<{ status: number; text: string; retryAfter: unknown }>;
}

/** Starts a sandbox on a database; it stops with the test. `rest` is what the server has besides. */
export async function runSandbox(
  url: string,
  options: Partial<SandboxOptions> = {},
  rest: FastifyPluginAsync = async () => {},
): Promise<RunningSandbox> {
  const pool = new pg.Pool({ connectionString: url });
  // The test's database goes at its end, and may cut a connection that is just closing.
  pool.on('error', () => {});
  const app = Fastify({
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    forceCloseConnections: 'idle',
  });
  const dispatcher = new Agent({
    connect: sandboxConnect(() => (app.server.address() as AddressInfo).port),
  });
  onTestFinished(async () => {
    await dispatcher.close();
    await app.close();
    await pool.end();
  });
  await app.register(problems);
  await app.register(rest);
  await app.register(sandbox, {
    pool,
    publicUrl: 'http://localhost',
    signToken: async ({ tenantId, objectId }) => `token of ${objectId} in ${tenantId}`,
    cardwire: {
      apiKey: 'cw_key',
      operateKey: 'cw_of-the-operator',
      githubSecret: 'secret',
      actionSecret: ACTION_SECRET,
      connectAnywhere: sandboxConnect(() => (app.server.address() as AddressInfo).port, guardedConnect()),
      webhookHosts: DEFAULT_WEBHOOK_HOSTS,
    },
    ...options,
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });

  async function call<Body = unknown>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ) {
    const response = await app.inject({
      method,
      url: `/sandbox/api${path}`,
      headers: { 'sec-fetch-site': 'same-origin' },
      ...(body && { payload: body }),
    });
    const answer: Body = JSON.parse(response.body || 'null');
    return { status: response.statusCode, body: answer };
  }

  async function createWebhook(channelId: string, kind: 'connector' | 'workflow', name = 'A name') {
    return (await call<SandboxWebhook>('POST', channelPath(channelId, 'webhooks'), { kind, name })).body;
  }

  return {
    app,
    origin,
    call,
    createWebhook,
    state: async () => (await call<SandboxState>('GET', '/state')).body,
    posts: async (channelId) => (await call<Posts>('GET', channelPath(channelId, 'posts'))).body.posts,
    async addConnector(channelId, settings = { entityId: 'one' }) {
      const webhook = await createWebhook(channelId, 'connector', 'Cardwire');
      const request = { kind: 'connector', webhookId: webhook.id, settings, personId: ADA };
      const { body } = await call<Installation>('POST', channelPath(channelId, 'installations'), request);
      return { webhook, added: body };
    },
    async postTo(webhookUrl, body) {
      const {
        statusCode,
        headers,
        body: answer,
      } = await request(webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        dispatcher,
      });
      return { status: statusCode, text: await answer.text(), retryAfter: headers['retry-after'] };
    },
  };
}
