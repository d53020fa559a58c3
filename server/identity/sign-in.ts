import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { RateLimit } from '../plugins/rate-limits.ts';
import { ProblemError } from '../problem.ts';
import type { User, VerifyToken } from './entra.ts';

/** Sign-in for the pages' calls. */
export interface SignIn {
  /** To be run before anything else of a request is looked at. Fails closed. */
  hook: onRequestAsyncHookHandler;
  /** Who asks, once the hook has run. */
  userOf(request: FastifyRequest): User;
}

/** Reads `Authorization: Bearer <Entra token>`. Cookies are not looked at: nothing is sent along by itself. */
export function createSignIn(verifyToken: VerifyToken, limit: RateLimit): SignIn {
  const users = new WeakMap<FastifyRequest, User>();
  return {
    hook: async (request, reply) => {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (!token) throw new ProblemError('not-signed-in', 'Open this page inside Teams and sign in there.');
      const user = await verifyToken(token);
      await limit(`${user.tenantId} ${user.objectId}`, reply);
      users.set(request, user);
    },
    userOf(request) {
      const user = users.get(request);
      if (!user) throw new Error('this route lacks the sign-in hook');
      return user;
    },
  };
}
