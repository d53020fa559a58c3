import { setTimeout } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { Pool } from 'pg';
import type { buildConnector } from 'undici';
import { createPoster } from '../destinations/post.ts';
import type { LocalPerson } from '../identity/local-issuer.ts';
import { isFromOwnPage, isOwnHost } from '../identity/own-page.ts';
import { ProblemError } from '../problem.ts';
import { apiRoutes } from './api-routes.ts';
import { authorizeRoutes } from './authorize-routes.ts';
import type { Miss } from './behaviour.ts';
import { behaviourRoutes } from './behaviour-routes.ts';
import { createCodes } from './codes.ts';
import { galleryRoutes } from './gallery/routes.ts';
import type { Message } from './message.ts';
import { createMissLog } from './misses.ts';
import { office365Routes } from './office365/routes.ts';
import { operateKeyRoutes } from './operate-key-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { createPace } from './pace.ts';
import { playgroundRoutes } from './playground/routes.ts';
import { addPost } from './post-store.ts';
import { pressRoutes } from './press-routes.ts';
import type { SandboxWebhook } from './schema.ts';
import { sendRoutes } from './send-routes.ts';
import { createPostStream, missFrame, postFrame } from './stream.ts';
import { createTables } from './tables.ts';
import { tokenRoutes } from './token-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** What the sandbox needs to act on Cardwire from outside. */
interface CardwireAccess {
  /** A key with the scope to send events. */
  apiKey: string;
  /** A key with the scope to operate. */
  operateKey: string;
  githubSecret: string;
  /** Signs what people press on cards. */
  actionSecret: string;
  /** Reaches the sandbox's webhooks, and others through the guard. */
  connectAnywhere: buildConnector.connector;
  /** Hosts that addresses of webhooks may have. */
  webhookHosts: readonly string[];
}

/** The app that a sandbox is alone with. */
export interface AloneApp {
  name: string;
  /** Of its configuration page, on this server's own origin. */
  path: string;
  /** Where its webhooks are reached by every program, without a host name of their own. */
  webhookOrigin(): string;
}

export interface SandboxOptions {
  /** Opens connections for the sandbox's own tables, in the schema `sandbox`. Its maker ends it. */
  pool: Pool;
  /** Signs a token as Entra would for this person. */
  signToken(person: LocalPerson, claims?: Record<string, unknown>): Promise<string>;
  /** Where browsers reach this server. */
  publicUrl: string;
  /** Cardwire, as it runs around the sandbox; left out where the sandbox runs alone. */
  cardwire?: CardwireAccess;
  /** Somebody's app, where the sandbox runs for that alone. */
  alone?: AloneApp;
  /** Milliseconds since 1970; the clock of the machine when left out. */
  now?: () => number;
  /** Waits, as a slow webhook does; ends early when `signal` says so. A timer when left out. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * The server's half of the stand-in for Teams: the team's state, the sender of sample events, and webhooks
 * that answer as Microsoft's do. It signs tokens for whoever asks, so it must never run in production.
 */
export const sandbox: FastifyPluginAsync<SandboxOptions> = async (app, options) => {
  const { pool, signToken, publicUrl, cardwire, alone, now = Date.now, wait = sleep } = options;
  await createTables(pool);
  const stream = createPostStream();
  const misses = createMissLog();
  // Open streams are requests that never end: the server could not close while they last.
  app.addHook('preClose', async () => stream.close());

  async function post(webhook: SandboxWebhook, message: Message): Promise<void> {
    stream.publish(postFrame(await addPost(pool, webhook, message)));
  }

  function miss({ channelId, name, kind }: SandboxWebhook, answer: Pick<Miss, 'bytes' | 'status' | 'words'>) {
    const at = new Date(now()).toISOString();
    stream.publish(missFrame(misses.add({ channelId, sender: { name, kind }, at, ...answer })));
  }

  await app.register(webhookRoutes, {
    pool,
    pace: createPace(now),
    post,
    miss,
    wait,
    anyHost: alone !== undefined,
  });
  if (cardwire) await app.register(operatorRoutes, { pool, ...cardwire });
  await app.register(
    async (api) => {
      api.addHook('onRequest', async (request) => {
        const { method, headers } = request;
        if (isOwnHost(headers.host, publicUrl) && isFromOwnPage(method, headers)) return;
        throw new ProblemError('foreign-page', 'Open /sandbox on this server and use it from there.');
      });
      await api.register(apiRoutes, { pool, stream, alone });
      await api.register(tokenRoutes, { signToken });
      await api.register(behaviourRoutes, { pool, misses });
      if (!cardwire) return;
      await api.register(galleryRoutes);
      const poster = createPoster({ connect: cardwire.connectAnywhere });
      api.addHook('onClose', () => poster.close());
      const { webhookHosts } = cardwire;
      await api.register(playgroundRoutes, { prefix: '/playground', pool, poster, webhookHosts, now });
      await api.register(pressRoutes, { pool, stream, signToken, publicUrl });
      await api.register(office365Routes, { prefix: '/office365', pool });
      await api.register(authorizeRoutes, { codes: createCodes(now), signToken });
      await api.register(sendRoutes, { secrets: cardwire, now });
      await api.register(operateKeyRoutes, { key: cardwire.operateKey });
    },
    { prefix: '/sandbox/api' },
  );
};

/** Never rejects: a wait that is cut short is over. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {});
}
