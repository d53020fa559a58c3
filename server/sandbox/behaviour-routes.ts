import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import { ChangeBehaviour, MissesSchema } from './behaviour.ts';
import { setBehaviour } from './behaviour-store.ts';
import type { MissLog } from './misses.ts';
import { ChannelParams } from './schema.ts';
import { findChannel } from './team.ts';

export interface BehaviourRouteOptions {
  pool: Pool;
  misses: MissLog;
}

/** Lets the webhooks of a channel misbehave, and tells what came to them and was not posted. */
export const behaviourRoutes: FastifyPluginAsyncTypebox<BehaviourRouteOptions> = async (
  app,
  { pool, misses },
) => {
  app.put(
    '/channels/:channelId/behaviour',
    { schema: { params: ChannelParams, body: ChangeBehaviour } },
    async ({ params, body }, reply) => {
      await setBehaviour(pool, findChannel(params.channelId).id, body.behaviour);
      return reply.code(204).send();
    },
  );

  app.get('/misses', { schema: { response: { 200: MissesSchema } } }, async () => ({
    misses: misses.list(),
  }));
};
