import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { LocalPerson } from '../identity/local-issuer.ts';
import { ProblemError } from '../problem.ts';
import type { Codes } from './codes.ts';
import { AuthorizeAnswer, AuthorizeRequest } from './schema.ts';
import { findPerson, SANDBOX_CLIENT_ID, SANDBOX_TENANT_ID, STRANGER } from './team.ts';

export interface AuthorizeRouteOptions {
  codes: Codes;
  signToken(person: LocalPerson, claims?: Record<string, unknown>): Promise<string>;
}

const TOKEN_LIFE_S = 3_600;

/**
 * The sandbox's own authorize and token endpoints, as Entra has them for a single-page application: the page
 * `/sandbox/authorize` asks who signs in and gets a code for them, `/token-of-code` redeems it against the verifier.
 */
export const authorizeRoutes: FastifyPluginAsyncTypebox<AuthorizeRouteOptions> = async (app, options) => {
  const { codes, signToken } = options;

  app.post(
    '/authorize',
    { schema: { body: AuthorizeRequest, response: { 200: AuthorizeAnswer } } },
    async ({ body, headers }) => {
      // Only this server's own page gets a code, whoever asks for it.
      const { host, pathname } = new URL(body.redirectUri);
      if (host !== headers.host || pathname !== '/signin' || body.clientId !== SANDBOX_CLIENT_ID)
        throw new ProblemError('invalid-request', 'The sandbox signs people in to its own app alone.');
      whoIs(body.personId);
      return { code: codes.issue(body) };
    },
  );

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => new URLSearchParams(body),
  );
  app.post<{ Body: unknown }>('/token-of-code', async ({ body }, reply) => {
    const form = body instanceof URLSearchParams ? body : new URLSearchParams();
    const field = (name: string) => form.get(name) ?? '';
    const grant = codes.redeem(field('code'), {
      clientId: field('client_id'),
      redirectUri: field('redirect_uri'),
      verifier: field('code_verifier'),
    });
    if (!grant || field('grant_type') !== 'authorization_code') {
      return reply.code(400).send({
        error: 'invalid_grant',
        error_description: 'The code is unknown, used, or not for this verifier.',
      });
    }
    const person = whoIs(grant.personId);
    const { clientId, nonce } = grant;
    return {
      token_type: 'Bearer',
      scope: field('scope'),
      expires_in: TOKEN_LIFE_S,
      access_token: await signToken(person, { azp: clientId }),
      id_token: await signToken(person, { azp: undefined, scp: undefined, nonce }),
    };
  });
};

/** Somebody of the team, or the one person of another organisation. */
function whoIs(personId: string): LocalPerson {
  if (personId === STRANGER.objectId) return STRANGER;
  const { id, name, upn } = findPerson(personId);
  return { tenantId: SANDBOX_TENANT_ID, objectId: id, name, upn };
}
