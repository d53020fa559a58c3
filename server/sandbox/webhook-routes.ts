import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import type { Miss } from './behaviour.ts';
import { answerConnector, refuseConnector } from './connector-webhook.ts';
import type { Message, Standing, WebhookAnswer } from './message.ts';
import { misbehaviourOf } from './misbehave.ts';
import type { Pace } from './pace.ts';
import type { SandboxWebhook } from './schema.ts';
import { type FoundWebhook, findWebhook } from './webhook-store.ts';
import {
  CONNECTOR_HOST,
  CONNECTOR_ROUTE,
  connectorIdOf,
  WORKFLOW_HOST,
  WORKFLOW_ROUTE,
  workflowIdOf,
} from './webhook-url.ts';
import { answerWorkflow, refuseWorkflow } from './workflow-webhook.ts';

/** The most that is read. Far over Teams' own limit, so that "too large" is Teams' answer and not ours. */
const READ_LIMIT_BYTES = 262_144;

export interface WebhookRouteOptions {
  pool: Pool;
  pace: Pace;
  /** Puts a message into the webhook's channel. */
  post(webhook: SandboxWebhook, message: Message): Promise<void>;
  /** Tells of a request that put nothing into its webhook's channel. */
  miss(webhook: SandboxWebhook, answer: Pick<Miss, 'bytes' | 'status' | 'words'>): void;
  /** Ends early when `signal` says so. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Whether they are reached under every name of this server, for programs that know no other. */
  anyHost: boolean;
}

/**
 * The webhooks that stand for Microsoft's. Beside Cardwire they are reached under their own host names only, so
 * that no web page that happens to know this server's address can post to a channel.
 */
export const webhookRoutes: FastifyPluginAsync<WebhookRouteOptions> = async (app, options) => {
  const { pool, pace, post, miss, wait, anyHost } = options;
  const at = (host: string) => (anyHost ? {} : { constraints: { host } });
  const closing = new AbortController();
  // The slow ones would hold up the end of the server.
  app.addHook('preClose', async () => closing.abort());

  // Microsoft's webhooks take any content type; what counts is the text.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'string', bodyLimit: READ_LIMIT_BYTES },
    (_request, body, done) => {
      done(null, body);
    },
  );

  app.setErrorHandler(async (error: { code?: string }, request, reply) => {
    if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
    const connector = request.routeOptions.url === CONNECTOR_ROUTE;
    return sendAnswer(reply, connector ? refuseConnector('unread') : refuseWorkflow('too-large', ''));
  });

  app.post(CONNECTOR_ROUTE, at(CONNECTOR_HOST), async (request, reply) => {
    const path = pathOf(request.url);
    const found = await findWebhook(pool, connectorIdOf(path));
    const standing = found.webhook && pathOf(found.webhook.url) === path ? found.standing : 'unknown';
    const body = bodyOf(request.body);
    return perform({ ...found, standing }, body, reply, () =>
      answerConnector(
        { standing, body, admitted: standing === 'active' && pace.admit(path) },
        newContextId(),
      ),
    );
  });

  app.post(WORKFLOW_ROUTE, at(WORKFLOW_HOST), async (request, reply) => {
    const workflowId = workflowIdOf(pathOf(request.url)) ?? '';
    const found = await findWebhook(pool, workflowId);
    const standing: Standing = found.webhook?.kind === 'workflow' ? found.standing : 'unknown';
    const signed = found.webhook !== undefined && signatureOf(request.url) === signatureOf(found.webhook.url);
    const body = bodyOf(request.body);
    const asked = signed ? found : { ...found, behaviour: 'normal' as const };
    return perform({ ...asked, standing }, body, reply, () => {
      const admitted = standing === 'active' && signed && pace.admit(workflowId);
      return answerWorkflow({ standing, admitted, signed, workflowId, body });
    });
  });

  /** Answers as the webhook should, or as its channel was switched to; and posts what there is to post. */
  async function perform(
    { webhook, standing, behaviour }: FoundWebhook,
    body: string,
    reply: FastifyReply,
    answerRightly: () => WebhookAnswer,
  ): Promise<FastifyReply> {
    if (!webhook || standing === 'unknown') return sendAnswer(reply, answerRightly());
    const bytes = Buffer.byteLength(body);
    const misbehaviour =
      standing === 'active' ? misbehaviourOf(behaviour, webhook, newContextId()) : undefined;
    if (misbehaviour?.kind === 'cut') {
      miss(webhook, { bytes, status: 0, words: '' });
      reply.hijack();
      reply.raw.destroy();
      return reply;
    }
    if (misbehaviour?.kind === 'delay') await wait(misbehaviour.delayMs, closing.signal);
    const answer = misbehaviour?.kind === 'answer' ? misbehaviour.answer : answerRightly();
    for (const message of answer.messages) await post(webhook, message);
    if (answer.messages.length === 0) miss(webhook, { bytes, status: answer.status, words: answer.body });
    return sendAnswer(reply, answer);
  }
};

function sendAnswer(reply: FastifyReply, answer: WebhookAnswer): FastifyReply {
  if (answer.retryAfter !== undefined) reply.header('retry-after', String(answer.retryAfter));
  return reply.code(answer.status).header('content-type', answer.contentType).send(answer.body);
}

/** A request without a body is a request with an empty one. */
function bodyOf(body: unknown): string {
  return typeof body === 'string' ? body : '';
}

/** Reads both a request's target, which is only a path, and a webhook's whole URL. */
function parse(url: string): URL {
  return new URL(url, 'https://webhook.invalid');
}

function pathOf(url: string): string {
  return parse(url).pathname;
}

function signatureOf(url: string): string | null {
  return parse(url).searchParams.get('sig');
}

/** An id in the form that Teams names for its support. */
function newContextId(): string {
  return `tcid=0,server=cardwire-sandbox,cv=${randomBytes(16).toString('base64url')}.0`;
}
