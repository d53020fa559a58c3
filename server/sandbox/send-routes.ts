import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { LocalPerson } from '../identity/local-issuer.ts';
import { ProblemError } from '../problem.ts';
import { SAMPLES } from './samples.ts';
import {
  FreeEvent,
  type SampleId,
  SampleParams,
  SamplesSchema,
  SendResult,
  TokenAnswer,
  TokenRequest,
} from './schema.ts';
import { type SenderSecrets, sendFreeEvent, sendSample } from './send-event.ts';
import { findPerson, SANDBOX_TENANT_ID } from './team.ts';

export interface SendRouteOptions {
  secrets: SenderSecrets;
  signToken(person: LocalPerson): Promise<string>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What acts on the connector from outside: the token of a signed-in person, and the events of a sender. */
export const sendRoutes: FastifyPluginAsyncTypebox<SendRouteOptions> = async (app, options) => {
  const { secrets, signToken, now } = options;

  app.post('/token', { schema: { body: TokenRequest, response: { 200: TokenAnswer } } }, async ({ body }) => {
    const { id, name, upn } = findPerson(body.personId);
    return { token: await signToken({ tenantId: SANDBOX_TENANT_ID, objectId: id, name, upn }) };
  });

  app.get('/samples', { schema: { response: { 200: SamplesSchema } } }, async () => ({
    samples: Object.keys(SAMPLES).filter(isSampleId),
  }));

  app.post(
    '/samples/:sampleId',
    { schema: { params: SampleParams, response: { 200: SendResult } } },
    async ({ params }) => {
      if (!isSampleId(params.sampleId)) throw new ProblemError('not-found', 'There is no such sample event.');
      return sendSample(app, secrets, await SAMPLES[params.sampleId](new Date(now())));
    },
  );

  app.post('/events', { schema: { body: FreeEvent, response: { 200: SendResult } } }, async ({ body }) =>
    sendFreeEvent(app, secrets, body),
  );
};

function isSampleId(id: string): id is SampleId {
  return Object.hasOwn(SAMPLES, id);
}
