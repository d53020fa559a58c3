import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { BrowserCookies } from './browser-cookies.ts';
import { type ConcludeContext, conclude } from './conclude.ts';
import type { Outcome } from './schema.ts';
import { findSession, renewSession } from './session.ts';

export interface CallbackRoutesOptions {
  /** Undefined while the connector is not set up. */
  context: ConcludeContext | undefined;
  cookies: BrowserCookies;
}

/**
 * `GET /connect/callback`: where Microsoft's page sends the browser. Whatever comes, the answer is a redirection
 * to an address without parameters, because these hold a webhook's URL: how it ended travels in a cookie. The
 * parameters are read by hand, so that no message about them can hold them.
 */
export const callbackRoutes: FastifyPluginAsync<CallbackRoutesOptions> = async (
  app,
  { context, cookies },
) => {
  const outcomeOf = async (request: FastifyRequest): Promise<{ outcome: Outcome; setCookies: string[] }> => {
    if (!context) return { outcome: 'unknown', setCookies: [] };
    const { prisma, now } = context.store;
    const session = await findSession(prisma, cookies.readSession(request), now());
    const outcome = await conclude(context, session, queryOf(request));
    if (outcome !== 'granted' || !session) return { outcome, setCookies: [] };
    const renewed = await renewSession(prisma, session, now());
    return { outcome, setCookies: [cookies.session(renewed)] };
  };

  // A HEAD would use the state up.
  app.get('/connect/callback', { exposeHeadRoute: false }, async (request, reply) => {
    const { outcome, setCookies } = await outcomeOf(request).catch((error: unknown) => {
      request.log.error({ err: error }, 'The way back from Microsoft could not be taken.');
      return { outcome: 'server-failed' as const, setCookies: [] };
    });
    request.log.info({ outcome }, 'Connect to Office 365 came back.');
    return reply
      .header('set-cookie', [...setCookies, cookies.outcome(outcome)])
      .header('cache-control', 'no-store')
      .redirect('/connect/done', 302);
  });
};

function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}
