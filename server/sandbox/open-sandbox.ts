import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import type { Pool } from 'pg';
import type { buildConnector } from 'undici';
import { createTokenVerifier, type VerifyToken } from '../identity/entra.ts';
import { createLocalIssuer } from '../identity/local-issuer.ts';
import { sandbox } from './plugin.ts';
import { SANDBOX_TENANT_ID } from './team.ts';
import { sandboxConnect } from './webhook-connect.ts';

/** What a server with the sandbox takes from it. */
export interface OpenSandbox {
  /** Takes the tokens of the sandbox's own people, and no others. */
  verifyToken: VerifyToken;
  /** Reaches the sandbox's webhooks, and no others. */
  connect: buildConnector.connector;
  /** Adds the sandbox's routes. */
  register(app: FastifyInstance): Promise<void>;
}

export interface OpenSandboxOptions {
  pool: Pool;
  /** A key with the scope to send events. */
  apiKey: string;
  githubSecret: string;
  /** Where browsers reach this server. */
  publicUrl: string;
  /** Where this server listens. */
  port(): number;
}

/** The sandbox's app registration. */
export const SANDBOX_CLIENT_ID = '3b0f6a52-7c1d-4e8a-9f24-d6a1c85e0b79';

/**
 * The one door to the sandbox. It is imported only when the settings turn the sandbox on, which production
 * refuses: whoever opens it can sign in.
 */
export async function openSandbox(options: OpenSandboxOptions): Promise<OpenSandbox> {
  const issuer = await createLocalIssuer(SANDBOX_CLIENT_ID);
  return {
    verifyToken: createTokenVerifier({
      clientId: SANDBOX_CLIENT_ID,
      tenants: [SANDBOX_TENANT_ID],
      cloud: 'public',
      keys: createLocalJWKSet(issuer.keys),
    }),
    connect: sandboxConnect(options.port),
    async register(app) {
      await app.register(sandbox, { ...options, signToken: (person) => issuer.sign(person) });
      // What Entra publishes of its keys: lets another server take the sandbox's people.
      app.get('/sandbox/keys', () => issuer.keys);
      app.get('/', (_request, reply) => reply.redirect('/sandbox'));
    },
  };
}
