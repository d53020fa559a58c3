import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Connector } from '../../manifest/connector.ts';
import { composeTestCard } from '../cards/test-card.ts';
import { clientLeft } from '../client-left.ts';
import type { PostTrial } from '../delivery/test-post.ts';
import { destinationOf } from '../destinations/destination-of.ts';
import { recogniseWebhook } from '../destinations/recognise.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { limitPerMinute } from '../plugins/rate-limits.ts';
import { presentTest } from './send-test.ts';
import { TestResult } from './test-schema.ts';
import { TrialRequest } from './trial-schema.ts';

export interface TrialRoutesOptions {
  connector: Connector;
  signIn: SignIn;
  webhookHosts: readonly string[];
  postTrial: PostTrial;
  now(): Date;
}

/** As many as one channel gets test cards: see server/delivery/test-claim.ts. */
const TRIALS_PER_MINUTE = 5;

/**
 * `POST /api/destinations/test`: whether an address takes cards, before anything is saved. Nothing is stored.
 * Limited by person, for who knows the address of a channel could otherwise have us flood it.
 */
export const trialRoutes: FastifyPluginAsyncTypebox<TrialRoutesOptions> = async (app, options) => {
  const { connector, signIn, webhookHosts, postTrial, now } = options;
  const limit = limitPerMinute(TRIALS_PER_MINUTE);
  app.addHook('onRequest', signIn.hook);

  app.post(
    '/api/destinations/test',
    {
      schema: {
        summary: 'Post a test card to an address, before anything is saved',
        problems: ['webhook-url-refused'],
        body: TrialRequest,
        response: { 200: TestResult },
      },
    },
    async (request, reply) => {
      const user = signIn.userOf(request);
      const { url, language } = request.body;
      const target = recogniseWebhook(url, webhookHosts);
      await limit(`${user.tenantId} ${user.objectId}`, reply);
      const test = { kind: 'test', name: connector.name, by: user.name, eventTypes: [], at: now() } as const;
      const card = composeTestCard(test, { language, connector });
      const body = destinationOf(target.kind).render(card);
      return presentTest(target, await postTrial({ ...target, body, signal: clientLeft(reply) }));
    },
  );
};
