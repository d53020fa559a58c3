import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ReplayResult } from '../configurations/delivery-schema.ts';
import { readReplay } from '../configurations/replay-request.ts';
import { type Replay, replayDeliveries } from '../delivery/replay.ts';
import { ProblemError } from '../problem.ts';
import { inTransaction } from '../storage/transaction.ts';
import { recordAudit } from './audit.ts';
import type { OperateContext } from './routes.ts';
import { OperateReplayRequest } from './schema.ts';

/** Delivering again: one, several, all that failed, or everything since a moment. */
export const replayRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, options) => {
  const { pool, wake, operatorOf } = options;

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
      const { configuration } = request.body;
      const { id: by, tenantId } = operatorOf(request);
      const scope = {
        ...(configuration !== undefined && { configurationId: configuration }),
        ...(tenantId !== undefined && { tenantId }),
      };
      const replay = readChoice(request.body);
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

function readChoice({ deliveries, configuration: _where, ...choice }: OperateReplayRequest): Replay {
  if (deliveries === undefined) return readReplay(choice);
  if (Object.keys(choice).length > 0) {
    throw new ProblemError('invalid-request', 'Give "deliveries" alone, or another choice.');
  }
  return { kind: 'several', deliveryIds: deliveries.map(BigInt) };
}
