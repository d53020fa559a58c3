import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readFacts } from '../configurations/explain-facts.ts';
import { presentExplanation } from '../configurations/present-explanation.ts';
import { ProblemError } from '../problem.ts';
import {
  DeliveriesQuery,
  DeliveryDetail,
  DeliveryParams,
  LanguageOfTitle,
  OperatedDeliveries,
} from './delivery-schema.ts';
import { findDelivery, listDeliveries } from './list-deliveries.ts';
import type { OperateContext } from './routes.ts';

/** 18 digits fit into PostgreSQL's bigint, whatever they are. */
const NUMBER = /^\d{1,18}$/;

/** Deliveries of all channels, and the story of one. */
export const deliveryRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, context) => {
  const { prisma, pool, windows, operatorOf } = context;

  app.get(
    '/api/operate/deliveries',
    {
      schema: {
        summary: 'Deliveries to all channels, newest first',
        problems: [],
        querystring: DeliveriesQuery,
        response: { 200: OperatedDeliveries },
      },
    },
    async (request) => listDeliveries(context, request.query, operatorOf(request).tenantId),
  );

  app.get(
    '/api/operate/deliveries/:id',
    {
      schema: {
        summary: 'One delivery, with its story',
        problems: ['delivery-not-found'],
        params: DeliveryParams,
        querystring: LanguageOfTitle,
        response: { 200: DeliveryDetail },
      },
    },
    async (request): Promise<DeliveryDetail> => {
      const { id } = request.params;
      const { tenantId } = operatorOf(request);
      const delivery = NUMBER.test(id)
        ? await findDelivery(context, BigInt(id), request.query.language ?? 'en', tenantId)
        : undefined;
      const row =
        delivery && (await prisma.configuration.findUnique({ where: { id: delivery.configuration.id } }));
      if (!delivery || !row) {
        throw new ProblemError(
          'delivery-not-found',
          'Choose one of those that GET /api/operate/deliveries lists.',
        );
      }
      const facts = await readFacts({ prisma, pool, windows }, row, delivery.event);
      return { ...delivery, explanation: presentExplanation(facts) };
    },
  );
};
