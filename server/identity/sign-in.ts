import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.ts';
import type { User, VerifyToken } from './entra.ts';

/** Who asks. Throws ProblemError `not-signed-in` and the others of `createTokenVerifier`. */
export type SignIn = (request: FastifyRequest) => Promise<User>;

/** Reads `Authorization: Bearer <Entra token>`. Cookies are never used: nothing is sent along by itself. */
export function createSignIn(verifyToken: VerifyToken): SignIn {
  return async (request) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new ProblemError('not-signed-in', 'Open this page inside Teams and sign in there.');
    return verifyToken(token);
  };
}
