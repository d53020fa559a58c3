import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { ReplayResult } from '../configurations/delivery-schema.ts';
import { readReplay } from '../configurations/replay-request.ts';
import { replayDeliveries } from '../delivery/replay.ts';
import type { ApiKeyHolder, CheckApiKey } from '../identity/api-keys.ts';
import type { RateLimit } from '../plugins/rate-limits.ts';
import { inTransaction } from '../storage/transaction.ts';
import { recordAudit } from './audit.ts';
import { OperateReplayRequest } from './schema.ts';

export interface OperateRoutesOptions {
  pool: Pool;
  checkApiKey: CheckApiKey;
  /** Of one key. */
  limit: RateLimit;
  /** Tells the delivery room that these configurations have work. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** What the operator does, with a key of the scope `operate`. A key of one tenant reaches that tenant alone. */
export const operateRoutes: FastifyPluginAsyncTypebox<OperateRoutesOptions> = async (app, options) => {
  const { pool, checkApiKey, limit, wake } = options;
  const holders = new WeakMap<FastifyRequest, ApiKeyHolder>();
  // Before the body is looked at. Fails closed.
  app.addHook('onRequest', async (request, reply) => {
    const holder = await checkApiKey(request.headers.authorization, 'operate');
    await limit(holder.id, reply);
    holders.set(request, holder);
  });

  const holderOf = (request: FastifyRequest) => {
    const holder = holders.get(request);
    if (!holder) throw new Error('a request was let in without a key');
    return holder;
  };

  app.post(
    '/api/operate/replay',
    {
      schema: {
        summary: 'Deliver again, to one channel or to all',
        problems: [],
        body: OperateReplayRequest,
        response: { 200: ReplayResult },
      },
    },
    async (request) => {
      const { configuration, ...choice } = request.body;
      const { id: by, tenantId } = holderOf(request);
      const replay = readReplay(choice);
      const scope = {
        ...(configuration !== undefined && { configurationId: configuration }),
        ...(tenantId !== undefined && { tenantId }),
      };
      const { configurationIds, ...result } = await inTransaction(pool, async (client) => {
        const done = await replayDeliveries(client, replay, scope);
        const { replayed, repeated } = done;
        const details = { kind: replay.kind, configuration, replayed, repeated };
        await recordAudit(client, { by, action: 'replayed', tenantId, details });
        return done;
      });
      await wake(configurationIds);
      return result;
    },
  );
};
