import type { FastifyReply } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../problem.ts';
import { countedAddress } from './counted-address.ts';
import { problemBody } from './problems.ts';

/** Counts a request of somebody. Throws `too-many-requests`, with `Retry-After`, when there were too many. */
export type RateLimit = (who: string, reply: FastifyReply) => Promise<void>;

/** Requests within a minute. Each node counts for itself, so several nodes let that many times as much pass. */
export const PER_MINUTE = {
  /** A person's pages ask again with every change that is tried out. */
  user: 600,
  /** All pages together that an office opens anew, and whoever tries keys. */
  address: 600,
} as const;

const MINUTE_S = 60;

/** Lets so many requests of each pass within a minute. */
export function limitPerMinute(points: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: MINUTE_S });
  return async (who, reply) => {
    try {
      await limiter.consume(who);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      reply.header('retry-after', seconds);
      throw new ProblemError('too-many-requests', `Try again in ${seconds} s, and more slowly.`);
    }
  };
}

export const unlimited: RateLimit = async () => {};

/**
 * By the route's own path: the request's may be written in other ways (`/%61pi/…`, `http://host/api/…`). Not
 * `/connect/callback`: a refusal would leave what Microsoft gave in the browser's address.
 */
const OPEN = /^\/(?:connect\/)?api\//;
/** Signed in another way than by `Authorization`; when the signature is refused, it counts. */
const SIGNED = /^\/api\/sources\//;

/**
 * Limits by address what nobody signed in for: calls without credentials, counted before they are answered, and
 * credentials that were refused. Who brings valid ones is never held up by others behind the same address.
 */
export const addressLimits = fastifyPlugin(
  async (app) => {
    const limit = limitPerMinute(PER_MINUTE.address);
    app.addHook('onRequest', async (request, reply) => {
      const { url = '' } = request.routeOptions;
      const isOpen = OPEN.test(url) && !SIGNED.test(url);
      if (isOpen && request.headers.authorization === undefined)
        await limit(countedAddress(request.ip), reply);
    });
    // What is refused is known only now, when it is too late to throw: the answer itself changes.
    app.addHook('onSend', async (request, reply, payload) => {
      if (reply.statusCode !== 401) return payload;
      try {
        await limit(countedAddress(request.ip), reply);
        return payload;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        reply.code(error.status);
        return JSON.stringify(problemBody(error, request));
      }
    });
  },
  { name: 'address-limits' },
);
