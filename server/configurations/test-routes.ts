import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { clientLeft } from '../client-left.ts';
import { asOnlyTest, refuseTooMany } from '../delivery/test-claim.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { type ConnectDestinationContext, connectDestination } from './connect-destination.ts';
import { IdParams } from './schema.ts';
import { targetOf } from './send-test.ts';
import { findConfiguration } from './store.ts';
import { ConnectResult, TestRequest, TestResult } from './test-schema.ts';

export interface TestRoutesOptions extends ConnectDestinationContext {
  signIn: SignIn;
}

/** Real cards that somebody waits for: whether they arrive, and a destination that is set because they do. */
export const testRoutes: FastifyPluginAsyncTypebox<TestRoutesOptions> = async (app, options) => {
  const { store, pool, webhookHosts, sendTest, wake } = options;
  const { userOf } = options.signIn;
  const recogniser = { vault: store.vault, webhookHosts };

  /** Works whatever the channel's queue does; a pause stays one. */
  app.post(
    '/api/configurations/:id/test',
    {
      schema: {
        summary: 'Post a test card',
        problems: [
          'webhook-url-refused',
          'configuration-not-found',
          'configuration-removed',
          'destination-missing',
          'test-too-soon',
        ],
        params: IdParams,
        body: TestRequest,
        response: { 200: TestResult },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      const signal = clientLeft(reply);
      const row = await findConfiguration(store, user, request.params.id);
      const target = targetOf(recogniser, row, request.body.url);
      return asOnlyTest(pool, row.id, signal, async () => {
        await refuseTooMany(pool, row.id);
        const result = await sendTest({ row, target, card: 'test', user, signal });
        await wake([row.id]);
        return result;
      });
    },
  );

  app.post(
    '/api/configurations/:id/connect',
    {
      schema: {
        summary: 'Set the webhook if it takes a card',
        problems: [
          'webhook-url-refused',
          'configuration-not-found',
          'configuration-removed',
          'destination-missing',
          'test-too-soon',
        ],
        params: IdParams,
        body: TestRequest,
        response: { 200: ConnectResult },
      },
    },
    (request, reply) =>
      connectDestination(options, {
        user: userOf(request),
        id: request.params.id,
        url: request.body.url,
        signal: clientLeft(reply),
      }),
  );
};
