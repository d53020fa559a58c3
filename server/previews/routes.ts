import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import type { Connector } from '../../manifest/connector.ts';
import type { PostBack } from '../cards/card.ts';
import { ownLinks } from '../cards/own-links.ts';
import { refuseUnknownTimeZone, refuseUnknownTypes } from '../configurations/refusals.ts';
import type { Event } from '../events/event.ts';
import { sampleEvent } from '../events/samples/sample-event.ts';
import { loadEvents } from '../events/stored-event.ts';
import type { User } from '../identity/entra.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { ProblemError } from '../problem.ts';
import { preview } from './preview.ts';
import { Preview, PreviewRequest } from './schema.ts';

export interface PreviewRoutesOptions {
  pool: Pool;
  connector: Connector;
  signIn: SignIn;
  /** Of buttons that post back; undefined: cards have none. */
  postBack: PostBack | undefined;
  /** Where browsers reach this server. */
  publicUrl: string;
  now(): Date;
}

/** `POST /api/preview`: the card of an event as a channel would see it. Stores and sends nothing. */
export const previewRoutes: FastifyPluginAsyncTypebox<PreviewRoutesOptions> = async (app, options) => {
  const { pool, connector, signIn, postBack, publicUrl, now } = options;
  app.addHook('onRequest', signIn.hook);

  app.post(
    '/api/preview',
    {
      schema: {
        summary: 'The card of an event',
        problems: ['unknown-event-type', 'event-not-found'],
        body: PreviewRequest,
        response: { 200: Preview },
      },
    },
    async (request): Promise<Preview> => {
      const user = signIn.userOf(request);
      const { eventType, event: number, kind, language, configuration, timeZone = 'UTC' } = request.body;
      refuseUnknownTimeZone(timeZone);
      const event = await wantedEvent(user, eventType, number);
      const made = preview(event, kind, {
        postBack,
        language,
        timeZone,
        connector,
        ...(configuration !== undefined &&
          number !== undefined && {
            linked: { number: BigInt(number), links: ownLinks(publicUrl, configuration) },
          }),
        templateFailed: (type, error) => request.log.error({ err: error, type }, 'A card template failed.'),
      });
      return { ...made, sample: number === undefined };
    },
  );

  async function wantedEvent(user: User, type?: string, number?: string): Promise<Event> {
    if (type !== undefined && number === undefined) {
      refuseUnknownTypes(connector, [type], () => '/eventType');
      return sampleEvent(connector, type, now());
    }
    if (number !== undefined && type === undefined) return storedEvent(pool, user, number);
    throw new ProblemError('invalid-request', 'Give either an event type or the number of an event.', [
      { pointer: '', detail: 'must hold exactly one of eventType and event.' },
    ]);
  }
};

/** Another organisation's event is answered as one that never was. Fails closed. */
async function storedEvent(pool: Pool, user: User, number: string): Promise<Event> {
  const id = BigInt(number);
  const event = (await loadEvents(pool, [id])).get(id);
  if (event && (event.tenantId === undefined || event.tenantId === user.tenantId)) return event;
  throw new ProblemError('event-not-found', 'It was never here, or its time is over.');
}
