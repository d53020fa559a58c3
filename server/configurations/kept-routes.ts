import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type DeliveryRoutesOptions, deliveryRoutes } from './delivery-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { presentConfiguration } from './present.ts';
import { refuseUnknownTimeZone, refuseUnknownTypes } from './refusals.ts';
import { removeConfiguration } from './remove.ts';
import { ChangeConfiguration, Configuration, IdParams } from './schema.ts';
import { changeConfiguration, findAlsoRemoved } from './store.ts';
import { streamRoutes } from './stream-routes.ts';
import { type TestRoutesOptions, testRoutes } from './test-routes.ts';

export type KeptRoutesOptions = DeliveryRoutesOptions & TestRoutesOptions;

/**
 * What people do with one configuration that is there: read, change and remove it, send it test cards, and all
 * about its deliveries. Signed in by the caller, in whatever way.
 */
export const keptRoutes: FastifyPluginAsyncTypebox<KeptRoutesOptions> = async (app, options) => {
  const { store, connector, wake } = options;
  const { userOf } = options.signIn;

  app.get(
    '/api/configurations/:id',
    {
      schema: {
        summary: 'Read a configuration',
        problems: ['configuration-not-found'],
        params: IdParams,
        response: { 200: Configuration },
      },
    },
    async (request) => presentConfiguration(await findAlsoRemoved(store, userOf(request), request.params.id)),
  );

  app.patch(
    '/api/configurations/:id',
    {
      schema: {
        summary: 'Change a configuration',
        problems: [
          'unknown-event-type',
          'configuration-not-found',
          'configuration-removed',
          'configuration-changed',
        ],
        params: IdParams,
        body: ChangeConfiguration,
        response: { 200: Configuration },
      },
    },
    async (request) => {
      const user = userOf(request);
      refuseUnknownTypes(connector, request.body.eventTypes ?? []);
      refuseUnknownTimeZone(request.body.timeZone);
      const row = await changeConfiguration(store, user, request.params.id, request.body);
      await wake([row.id]);
      return presentConfiguration(row);
    },
  );

  app.delete(
    '/api/configurations/:id',
    {
      schema: {
        summary: 'Remove a configuration',
        problems: ['configuration-not-found'],
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await removeConfiguration(store, userOf(request), request.params.id);
      await wake([request.params.id]);
      return reply.code(204).send(null);
    },
  );

  await app.register(deliveryRoutes, options);
  await app.register(eventRoutes, options);
  await app.register(streamRoutes, options);
  await app.register(testRoutes, options);
  await app.register(historyRoutes, options);
};
