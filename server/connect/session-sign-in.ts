import type { FastifyRequest } from 'fastify';
import type { User } from '../identity/entra.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { ProblemError } from '../problem.ts';
import type { PrismaClient } from '../storage/generated/client.ts';
import type { BrowserCookies } from './browser-cookies.ts';
import { findSession, type Session } from './session.ts';

/** What stands where a person's name would: nobody told us one. */
const NAME = 'Connect to Office 365';

/** Who a browser's session is for the stores and their audit columns. */
export function userOfSession({ id }: Session, tenantId: string): User {
  return { tenantId, objectId: `browser:${id}`, name: NAME };
}

export interface SessionSignInOptions {
  prisma: PrismaClient;
  cookies: BrowserCookies;
  now(): Date;
}

/**
 * The sign-in by a browser's cookie, for calls about one configuration (`:id`): it takes the browser that
 * connected it, and no other. Fails closed. What keeps other sites from using the cookie is in `routes.ts`.
 */
export function createSessionSignIn({ prisma, cookies, now }: SessionSignInOptions): SignIn {
  const users = new WeakMap<FastifyRequest, User>();
  return {
    hook: async (request) => {
      const session = await findSession(prisma, cookies.readSession(request), now());
      if (!session) throw noSession();
      const connection = await prisma.connection.findUnique({ where: { configurationId: idOf(request) } });
      const configuration =
        connection?.sessionId === session.id
          ? await prisma.configuration.findUnique({ where: { id: connection.configurationId } })
          : null;
      if (!configuration) {
        throw new ProblemError('configuration-not-found', 'This browser has connected nothing of this id.');
      }
      users.set(request, userOfSession(session, configuration.tenantId));
    },
    userOf(request) {
      const user = users.get(request);
      if (!user) throw new Error('this route lacks the hook of the browser session');
      return user;
    },
  };
}

/** An id as they are drawn; PostgreSQL takes no NUL, even to compare with. */
function idOf({ params }: FastifyRequest): string {
  const id: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'id') : undefined;
  return typeof id === 'string' && /^[\w-]{22}$/.test(id) ? id : '';
}

export function noSession(): ProblemError {
  return new ProblemError(
    'not-signed-in',
    'This browser has connected nothing, or its time is over. Sign in to change what you connected.',
  );
}
