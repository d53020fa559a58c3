import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import type { Connector } from '../../manifest/connector.ts';
import type { PaceWindow } from '../delivery/pace.ts';
import { recogniseWebhook } from '../destinations/recognise.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { ProblemError } from '../problem.ts';
import { keptRoutes } from './kept-routes.ts';
import { presentConfiguration } from './present.ts';
import { presentDestination } from './present-destination.ts';
import { refuseUnknownTimeZone, refuseUnknownTypes } from './refusals.ts';
import { Configuration, CreateConfiguration, IdParams, Recognition, WebhookUrl } from './schema.ts';
import type { SendTest } from './send-test.ts';
import { createConfiguration, type StoreContext, setDestination } from './store.ts';

export interface ConfigurationRoutesOptions {
  store: StoreContext;
  pool: Pool;
  connector: Connector;
  signIn: SignIn;
  webhookHosts: readonly string[];
  sendTest: SendTest;
  /** The pace that channels are served at. */
  windows: readonly PaceWindow[];
  /** Tells the delivery room that these configurations may have work again. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** What the pages ask: create, point to a webhook; and all about what is there. */
export const configurationRoutes: FastifyPluginAsyncTypebox<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { store, connector, signIn, webhookHosts, wake } = options;
  const { userOf } = signIn;
  app.addHook('onRequest', signIn.hook);

  app.post(
    '/api/configurations',
    {
      schema: {
        summary: 'Make a configuration, or save it again',
        problems: ['unknown-event-type'],
        body: CreateConfiguration,
        response: { 200: Configuration, 201: Configuration },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      refuseUnknownTypes(connector, request.body.eventTypes);
      refuseUnknownTimeZone(request.body.timeZone);
      const { row, created } = await createConfiguration(store, user, request.body);
      // A new schedule may make due what was not.
      if (!created) await wake([row.id]);
      return reply.code(created ? 201 : 200).send(presentConfiguration(row));
    },
  );

  app.put(
    '/api/configurations/:id/destination',
    {
      schema: {
        summary: 'Set the webhook that cards are posted to',
        problems: ['webhook-url-refused', 'configuration-not-found', 'configuration-removed'],
        params: IdParams,
        body: WebhookUrl,
        response: { 200: Configuration },
      },
    },
    async (request) => {
      const user = userOf(request);
      const webhook = recogniseWebhook(request.body.url, webhookHosts);
      const row = await setDestination(store, user, request.params.id, webhook);
      await wake([row.id]);
      return presentConfiguration(row);
    },
  );

  app.post(
    '/api/destinations/recognise',
    {
      schema: {
        summary: 'What a webhook address is',
        problems: [],
        body: WebhookUrl,
        response: { 200: Recognition },
      },
    },
    async (request) => {
      try {
        const { kind, label } = recogniseWebhook(request.body.url, webhookHosts);
        return { destination: presentDestination(kind, label) };
      } catch (error) {
        if (error instanceof ProblemError) return { refused: error.message, reason: error.reason ?? '' };
        throw error;
      }
    },
  );

  await app.register(keptRoutes, options);
};
