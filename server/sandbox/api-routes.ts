import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import { connector } from '../../manifest/connector.ts';
import { ProblemError } from '../problem.ts';
import { listBehaviours } from './behaviour-store.ts';
import {
  changeInstallation,
  createInstallation,
  listInstallations,
  removeInstallation,
} from './installation-store.ts';
import type { AloneApp } from './plugin.ts';
import { listPosts, listPostsAfter } from './post-store.ts';
import {
  AfterQuery,
  BeforeQuery,
  ChangeInstallation,
  ChannelParams,
  CreateInstallation,
  CreateWebhook,
  InstallationParams,
  InstallationSchema,
  PostsSchema,
  SETTINGS_LIMIT_BYTES,
  StateSchema,
  WebhookParams,
  WebhookSchema,
} from './schema.ts';
import { type PostStream, postFrame } from './stream.ts';
import { CHANNELS, findChannel, findPerson, PEOPLE, SANDBOX_TENANT_ID, STRANGER, TEAM } from './team.ts';
import { createWebhook, listWorkflows, removeWebhook } from './webhook-store.ts';

export interface ApiRouteOptions {
  pool: Pool;
  stream: PostStream;
  alone: AloneApp | undefined;
}

/** The team, its channels, and what was added to them. */
export const apiRoutes: FastifyPluginAsyncTypebox<ApiRouteOptions> = async (app, { pool, stream, alone }) => {
  app.get('/state', { schema: { response: { 200: StateSchema } } }, async () => ({
    appName: alone?.name ?? connector.name,
    ...(alone && { appPath: alone.path }),
    tenantId: SANDBOX_TENANT_ID,
    team: TEAM,
    channels: [...CHANNELS],
    people: [...PEOPLE],
    stranger: { id: STRANGER.objectId, name: STRANGER.name, upn: STRANGER.upn },
    installations: await listInstallations(pool),
    workflows: await listWorkflows(pool),
    behaviours: await listBehaviours(pool),
  }));

  app.get(
    '/channels/:channelId/posts',
    { schema: { params: ChannelParams, querystring: BeforeQuery, response: { 200: PostsSchema } } },
    async ({ params, query: { before } }) => ({
      posts: await listPosts(pool, findChannel(params.channelId).id, before ? Number(before) : undefined),
    }),
  );

  app.get(
    '/posts',
    { schema: { querystring: AfterQuery, response: { 200: PostsSchema } } },
    async ({ query }) => ({ posts: await listPostsAfter(pool, Number(query.after)) }),
  );

  app.get('/stream', { schema: { querystring: AfterQuery } }, async (request, reply) => {
    // A browser that opens a stream again names the last post that came through it.
    const seen = Number(request.headers['last-event-id'] ?? Number.NaN);
    const after = Number.isSafeInteger(seen) && seen >= 0 ? seen : Number(request.query.after);
    if (!stream.hasRoom()) throw new ProblemError('unavailable', 'Too many pages have the sandbox open.');
    reply.hijack();
    // Opened before the missed posts are read: a post of that very moment comes twice rather than never.
    stream.open(reply.raw);
    try {
      reply.raw.write((await listPostsAfter(pool, after)).map(postFrame).join(''));
    } catch (error) {
      request.log.warn({ err: error }, 'Missed posts could not be read');
      // The page opens its stream again and asks for them anew.
      reply.raw.destroy();
    }
  });

  app.post(
    '/channels/:channelId/webhooks',
    { schema: { params: ChannelParams, body: CreateWebhook, response: { 201: WebhookSchema } } },
    async ({ params, body }, reply) =>
      reply
        .code(201)
        .send(
          await createWebhook(
            pool,
            findChannel(params.channelId).id,
            body,
            alone && { origin: alone.webhookOrigin() },
          ),
        ),
  );

  app.delete('/webhooks/:webhookId', { schema: { params: WebhookParams } }, async ({ params }, reply) => {
    await removeWebhook(pool, params.webhookId);
    return reply.code(204).send();
  });

  app.post(
    '/channels/:channelId/installations',
    {
      bodyLimit: SETTINGS_LIMIT_BYTES,
      schema: { params: ChannelParams, body: CreateInstallation, response: { 201: InstallationSchema } },
    },
    async ({ params, body }, reply) => {
      const savedBy = findPerson(body.personId).name;
      const installation = await createInstallation(pool, findChannel(params.channelId).id, body, savedBy);
      if (!installation) {
        throw new ProblemError('not-found', 'The webhook of this connector is gone. Open the dialog again.');
      }
      return reply.code(201).send(installation);
    },
  );

  app.put(
    '/installations/:installationId',
    {
      bodyLimit: SETTINGS_LIMIT_BYTES,
      schema: {
        params: InstallationParams,
        body: ChangeInstallation,
        response: { 200: InstallationSchema },
      },
    },
    async ({ params, body }) => {
      const savedBy = findPerson(body.personId).name;
      const installation = await changeInstallation(pool, params.installationId, body, savedBy);
      if (!installation) throw new ProblemError('not-found', 'This connector or tab was removed meanwhile.');
      return installation;
    },
  );

  app.delete(
    '/installations/:installationId',
    { schema: { params: InstallationParams } },
    async ({ params }, reply) => {
      await removeInstallation(pool, params.installationId);
      return reply.code(204).send();
    },
  );
};
