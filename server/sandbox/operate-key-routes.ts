import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';

/** Gives the operator's page the sandbox's key, so that a click signs in. The caller lets in only this server's own pages. */
export const operateKeyRoutes: FastifyPluginAsyncTypebox<{ key: string }> = async (app, { key }) => {
  app.get(
    '/operate-key',
    { schema: { response: { 200: Type.Object({ key: Type.String() }) } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { key };
    },
  );
};
