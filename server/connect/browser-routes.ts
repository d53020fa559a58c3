import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Connector } from '../../manifest/connector.ts';
import { clientLeft } from '../client-left.ts';
import { refuseUnknownTimeZone, refuseUnknownTypes } from '../configurations/refusals.ts';
import { checkFilter } from '../configurations/stored-filter.ts';
import { beginAttempt, listGranted } from './attempts.ts';
import type { BrowserCookies } from './browser-cookies.ts';
import { connectionsOfSession } from './connections.ts';
import { addressOf, type ConnectOffer } from './offer.ts';
import { type ProveContext, prove } from './prove.ts';
import { ConnectSessionView, PendingParams, ProofSchema, StartConnect, StartedConnect } from './schema.ts';
import { findSession, openSession, type Session } from './session.ts';
import { noSession } from './session-sign-in.ts';

export interface BrowserRoutesOptions {
  offer: ConnectOffer;
  connector: Connector;
  cookies: BrowserCookies;
  prove: ProveContext;
  /** Where the browser that asks reaches this server: Microsoft sends it back there. */
  originFor(request: FastifyRequest): string;
}

/** The steps that a browser takes: begin, see what came of it, prove. Its cookie says whose they are. */
export const browserRoutes: FastifyPluginAsyncTypebox<BrowserRoutesOptions> = async (app, options) => {
  const { offer, connector, cookies } = options;
  const { store } = options.prove;
  const { prisma, now } = store;

  const sessionOf = (request: FastifyRequest): Promise<Session | undefined> =>
    findSession(prisma, cookies.readSession(request), now());

  app.post(
    '/start',
    {
      schema: {
        summary: 'Begin to connect a group or an inbox',
        problems: ['unknown-event-type'],
        body: StartConnect,
        response: { 200: StartedConnect },
      },
    },
    async (request, reply) => {
      refuseUnknownTypes(connector, request.body.eventTypes);
      refuseUnknownTimeZone(request.body.timeZone);
      await checkFilter(prisma, request.body.filter);
      const known = await sessionOf(request);
      const fresh = known ? undefined : await openSession(prisma, now());
      const session = known ?? fresh;
      if (!session) throw new Error('neither a known session nor a fresh one');
      const state = await beginAttempt(store, session, request.body);
      const callbackUrl = `${options.originFor(request)}/connect/callback`;
      reply.header('set-cookie', [...(fresh ? [cookies.session(fresh)] : []), cookies.noOutcome()]);
      return { location: addressOf(offer, { state, callbackUrl }) };
    },
  );

  app.get(
    '/session',
    {
      schema: {
        summary: 'What this browser has connected',
        problems: [],
        response: { 200: ConnectSessionView },
      },
    },
    async (request): Promise<ConnectSessionView> => {
      const session = await sessionOf(request);
      const outcome = cookies.readOutcome(request);
      const granted = session ? await listGranted(store, session) : [];
      return {
        ...(outcome && { outcome }),
        pending: granted.map(({ id, grant: { place, groupName } }) => ({
          id,
          place,
          ...(groupName !== undefined && { groupName }),
        })),
        connections: session ? await connectionsOfSession(prisma, session) : [],
      };
    },
  );

  app.post(
    '/pending/:id/prove',
    {
      schema: {
        summary: 'Post a first card to what was connected',
        problems: ['not-found'],
        params: PendingParams,
        response: { 200: ProofSchema },
      },
    },
    async (request, reply) => {
      const session = await sessionOf(request);
      if (!session) throw noSession();
      return prove(options.prove, session, request.params.id, clientLeft(reply));
    },
  );
};
