import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { LocalPerson } from '../identity/local-issuer.ts';
import { TokenAnswer, TokenRequest } from './schema.ts';
import { findPerson, SANDBOX_TENANT_ID } from './team.ts';

/** The host's single sign-on: a token for whoever is signed in. */
export const tokenRoutes: FastifyPluginAsyncTypebox<{
  signToken(person: LocalPerson): Promise<string>;
}> = async (app, { signToken }) => {
  app.post('/token', { schema: { body: TokenRequest, response: { 200: TokenAnswer } } }, async ({ body }) => {
    const { id, name, upn } = findPerson(body.personId);
    return { token: await signToken({ tenantId: SANDBOX_TENANT_ID, objectId: id, name, upn }) };
  });
};
