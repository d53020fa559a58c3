import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import { connector } from '../../../manifest/connector.ts';
import { destinationOf } from '../../destinations/destination-of.ts';
import type { Poster } from '../../destinations/post.ts';
import { recogniseWebhook } from '../../destinations/recognise.ts';
import { ProblemError } from '../../problem.ts';
import { findChannel } from '../team.ts';
import { webhookNamed } from '../webhook-store.ts';
import { bodyOf, checkDraft } from './check.ts';
import { CheckedSchema, Draft, PostDraft, PostedSchema } from './schema.ts';

export interface PlaygroundOptions {
  pool: Pool;
  /** Reaches the sandbox's webhooks, and Microsoft's through the same guard as every card. */
  poster: Poster;
  /** Hosts that addresses may have. */
  webhookHosts: readonly string[];
  now(): number;
}

/** The sandbox's own webhooks for what is posted from here. */
const WEBHOOK_NAME = 'Playground';
const BODY_LIMIT_BYTES = 262_144;

/** Cards and events that are written by hand, for the page `/sandbox/playground`. */
export const playgroundRoutes: FastifyPluginAsyncTypebox<PlaygroundOptions> = async (app, options) => {
  const { pool, poster, webhookHosts } = options;
  const now = () => new Date(options.now());

  app.post(
    '/check',
    { bodyLimit: BODY_LIMIT_BYTES, schema: { body: Draft, response: { 200: CheckedSchema } } },
    async ({ body }) => checkDraft(body, connector, now()),
  );

  app.post(
    '/post',
    { bodyLimit: BODY_LIMIT_BYTES, schema: { body: PostDraft, response: { 200: PostedSchema } } },
    async ({ body: { to, ...draft } }) => {
      const { kind, url } =
        'url' in to
          ? recogniseWebhook(to.url, webhookHosts)
          : await webhookNamed(pool, findChannel(to.channelId).id, { kind: to.kind, name: WEBHOOK_NAME });
      const answer = await poster.post(
        url,
        textOf(() => bodyOf(draft, kind, connector, now()).text),
      );
      const { verdict, words } = destinationOf(kind).judge(answer, now());
      return { kind, verdict, words, ...(answer.kind === 'response' && { status: answer.status }) };
    },
  );
};

function textOf(make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof SyntaxError) throw new ProblemError('invalid-json', error.message);
    throw error;
  }
}
