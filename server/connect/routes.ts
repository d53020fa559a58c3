import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Connector } from '../../manifest/connector.ts';
import { type KeptRoutesOptions, keptRoutes } from '../configurations/kept-routes.ts';
import { isFromOwnPage } from '../identity/own-page.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { ProblemError } from '../problem.ts';
import { createBrowserCookies } from './browser-cookies.ts';
import { browserRoutes } from './browser-routes.ts';
import { callbackRoutes } from './callback-routes.ts';
import { connectionsOfUser } from './connections.ts';
import type { ConnectOffer } from './offer.ts';
import { ConnectionList } from './schema.ts';
import { createSessionSignIn } from './session-sign-in.ts';

export interface ConnectRoutesOptions {
  /** Undefined: the connector is not registered for it. */
  offer: ConnectOffer | undefined;
  connector: Connector;
  /** Where browsers reach this server. */
  publicUrl: string;
  /** Several names lead to a sandbox, and a cookie belongs to one: Microsoft's stand-in leads back to the same. */
  sandbox: boolean;
  /** People who signed in. */
  signIn: SignIn;
  /** What calls about one configuration need, but for who asks. */
  kept: Omit<KeptRoutesOptions, 'signIn'>;
}

/**
 * Connect to Office 365. Below `/connect/api` a cookie says who asks, so every call there must come from a page of
 * ours: together with `SameSite` and JSON bodies this keeps other sites from using it.
 */
export const connectRoutes: FastifyPluginAsync<ConnectRoutesOptions> = async (app, options) => {
  const { offer, connector, publicUrl, sandbox, signIn, kept } = options;
  const { store, webhookHosts } = kept;
  const cookies = createBrowserCookies(publicUrl.startsWith('https://'));
  const context = offer && { store, webhookHosts, tenants: offer.tenants };
  await app.register(callbackRoutes, { context, cookies });

  app.get(
    '/api/connections',
    {
      onRequest: signIn.hook,
      schema: {
        summary: 'What the person who asks has connected',
        problems: [],
        response: { 200: ConnectionList },
      },
    },
    async (request) => ({
      connections: await connectionsOfUser(store.prisma, store.vault, signIn.userOf(request)),
    }),
  );

  await app.register(
    async (own) => {
      own.addHook('onRequest', async ({ method, headers }, reply) => {
        reply.header('cache-control', 'no-store');
        if (!isFromOwnPage(method, headers))
          throw new ProblemError('foreign-page', 'Open /connect on this server and use it from there.');
        if (!offer)
          throw new ProblemError('connect-off', 'Ask the people who run this server to set CONNECTOR_ID.');
      });
      if (!offer) return void own.all('/api/*', { exposeHeadRoute: false }, async () => undefined);
      const originFor = ({ headers }: FastifyRequest) => (sandbox ? headers.origin : undefined) ?? publicUrl;
      const prove = { ...kept, connectorName: connector.name };
      await own.register(browserRoutes, { prefix: '/api', offer, connector, cookies, prove, originFor });
      await own.register(async (mine) => {
        const mySignIn = createSessionSignIn({ prisma: store.prisma, cookies, now: store.now });
        mine.addHook('onRequest', mySignIn.hook);
        await mine.register(keptRoutes, { ...kept, signIn: mySignIn });
      });
    },
    { prefix: '/connect' },
  );
};
