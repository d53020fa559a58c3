import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import type { Pool } from 'pg';
import type { buildConnector } from 'undici';
import type { ConnectOffer } from '../connect/offer.ts';
import { guardedConnect } from '../destinations/guard.ts';
import { createTokenVerifier, type EntraOptions, type VerifyToken } from '../identity/entra.ts';
import { createLocalIssuer } from '../identity/local-issuer.ts';
import type { SignInOffer } from '../identity/sign-in-offer.ts';
import { SANDBOX_CONNECTOR_ID } from './office365/callback.ts';
import { OPERATOR_PATH } from './operator-routes.ts';
import { sandbox } from './plugin.ts';
import { SANDBOX_CLIENT_ID, SANDBOX_TENANT_ID } from './team.ts';
import { sandboxConnect } from './webhook-connect.ts';

/** What a server with the sandbox takes from it. */
export interface OpenSandbox {
  /** Takes the tokens of the sandbox's own people, and no others. */
  verifyToken: VerifyToken;
  /** The same for the buttons of cards. */
  verifyActionToken: VerifyToken;
  /** Its own place to sign in. */
  signInOffer: SignInOffer;
  /** Its own page in the place of Microsoft's. */
  connectOffer: ConnectOffer;
  /** Reaches the sandbox's webhooks, and no others. */
  connect: buildConnector.connector;
  /** Where it takes what people press on cards, when nobody else is set to. */
  operatorPath: string;
  /** Adds the sandbox's routes. */
  register(app: FastifyInstance): Promise<void>;
}

export interface OpenSandboxOptions {
  pool: Pool;
  /** A key with the scope to send events. */
  apiKey: string;
  /** A key with the scope to operate. */
  operateKey: string;
  githubSecret: string;
  actionSecret: string;
  /** Hosts that addresses of webhooks may have. */
  webhookHosts: readonly string[];
  /** Where browsers reach this server. */
  publicUrl: string;
  /** Where this server listens. */
  port(): number;
}

/**
 * The one door to the sandbox. It is imported only when the settings turn the sandbox on, which production
 * refuses: whoever opens it can sign in.
 */
export async function openSandbox(options: OpenSandboxOptions): Promise<OpenSandbox> {
  const issuer = await createLocalIssuer(SANDBOX_CLIENT_ID);
  const entra: EntraOptions = {
    clientId: SANDBOX_CLIENT_ID,
    tenants: [SANDBOX_TENANT_ID],
    cloud: 'public',
    keys: createLocalJWKSet(issuer.keys),
  };
  return {
    verifyToken: createTokenVerifier(entra),
    verifyActionToken: createTokenVerifier({ ...entra, use: 'card-actions' }),
    signInOffer: {
      authorizeUrl: '/sandbox/authorize',
      tokenUrl: '/sandbox/api/token-of-code',
      clientId: SANDBOX_CLIENT_ID,
      scope: 'openid profile access_as_user',
    },
    connectOffer: {
      pageUrl: '/sandbox/office365',
      connectorId: SANDBOX_CONNECTOR_ID,
      tenants: [SANDBOX_TENANT_ID],
    },
    connect: sandboxConnect(options.port),
    operatorPath: OPERATOR_PATH,
    async register(app) {
      await app.register(sandbox, {
        ...options,
        cardwire: {
          ...options,
          connectAnywhere: sandboxConnect(options.port, guardedConnect({ hosts: options.webhookHosts })),
        },
        signToken: issuer.sign,
      });
      // What Entra publishes of its keys: lets another server take the sandbox's people.
      app.get('/sandbox/keys', () => issuer.keys);
      app.get('/', (_request, reply) => reply.redirect('/sandbox'));
    },
  };
}
