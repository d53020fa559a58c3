import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { ReplayResult } from '../configurations/delivery-schema.ts';
import { readReplay } from '../configurations/replay-request.ts';
import { replayDeliveries } from '../delivery/replay.ts';
import type { ApiKeyHolder, CheckApiKey } from '../identity/api-keys.ts';
import { OperateReplayRequest } from './schema.ts';

export interface OperateRoutesOptions {
  pool: Pool;
  checkApiKey: CheckApiKey;
  /** Tells the delivery room that these configurations have work. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** What the operator does, with a key of the scope `operate`. A key of one tenant reaches that tenant alone. */
export const operateRoutes: FastifyPluginAsyncTypebox<OperateRoutesOptions> = async (app, options) => {
  const { pool, checkApiKey, wake } = options;
  const holders = new WeakMap<FastifyRequest, ApiKeyHolder>();
  // Before the body is looked at. Fails closed.
  app.addHook('onRequest', async (request) => {
    holders.set(request, await checkApiKey(request.headers.authorization, 'operate'));
  });

  app.post(
    '/api/operate/replay',
    { schema: { body: OperateReplayRequest, response: { 200: ReplayResult } } },
    async (request) => {
      const { configuration, ...choice } = request.body;
      const tenantId = holders.get(request)?.tenantId;
      const scope = {
        ...(configuration !== undefined && { configurationId: configuration }),
        ...(tenantId !== undefined && { tenantId }),
      };
      const { configurationIds, ...result } = await replayDeliveries(pool, readReplay(choice), scope);
      await wake(configurationIds);
      return result;
    },
  );
};
