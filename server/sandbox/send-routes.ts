import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ProblemError } from '../problem.ts';
import { SAMPLES } from './samples.ts';
import { FreeEvent, type SampleId, SampleParams, SamplesSchema, SendResult } from './schema.ts';
import { type SenderSecrets, sendFreeEvent, sendSample } from './send-event.ts';

export interface SendRouteOptions {
  secrets: SenderSecrets;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What acts on the connector from outside: the events of a sender. */
export const sendRoutes: FastifyPluginAsyncTypebox<SendRouteOptions> = async (app, options) => {
  const { secrets, now } = options;

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
