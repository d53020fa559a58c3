import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdParams } from '../configurations/schema.ts';
import { CreatedKey, Key, KeyPage, KeysQuery, NewKey } from './key-schema.ts';
import { createKey, listKeys, revokeKey } from './key-store.ts';
import type { OperateContext } from './routes.ts';

/** Keys of senders and operators. */
export const keyRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, context) => {
  const { prisma, now, operatorOf } = context;

  app.get(
    '/api/operate/keys',
    {
      schema: {
        summary: 'API keys, without their secrets',
        problems: [],
        querystring: KeysQuery,
        response: { 200: KeyPage },
      },
    },
    async (request) => listKeys(prisma, operatorOf(request), request.query.cursor),
  );

  app.post(
    '/api/operate/keys',
    {
      schema: {
        summary: 'Make an API key, and show it once',
        problems: ['scope-missing'],
        body: NewKey,
        response: { 201: CreatedKey },
      },
    },
    async (request, reply) => {
      const created = await createKey(prisma, operatorOf(request), request.body, now());
      return reply.code(201).header('cache-control', 'no-store').send(created);
    },
  );

  app.post(
    '/api/operate/keys/:id/revoke',
    {
      schema: {
        summary: 'Revoke an API key',
        problems: ['key-not-found'],
        params: IdParams,
        response: { 200: Key },
      },
    },
    async (request) => revokeKey(prisma, operatorOf(request), request.params.id, now()),
  );
};
