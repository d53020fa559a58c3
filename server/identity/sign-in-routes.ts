import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SignInOffer } from './sign-in-offer.ts';

/** `GET /api/sign-in`: where and as whom pages ask for a token. No sign-in: it comes before it. */
export const signInRoutes: FastifyPluginAsyncTypebox<{ offer: SignInOffer }> = async (app, { offer }) => {
  app.get(
    '/api/sign-in',
    { schema: { summary: 'Where pages sign people in', problems: [], response: { 200: SignInOffer } } },
    async () => offer,
  );
};
