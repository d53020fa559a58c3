import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiKeyHolder, CheckApiKey } from '../identity/api-keys.ts';
import type { RateLimit } from '../plugins/rate-limits.ts';
import { ProblemError } from '../problem.ts';

/** Whoever holds a key of the scope `operate`. */
export interface Operators {
  /** Before the body is looked at. Fails closed. */
  hook(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** The key of a request that passed the hook. A key of one tenant reaches that tenant alone. */
  operatorOf(request: FastifyRequest): ApiKeyHolder;
}

/** `limit` is that of one key. */
export function createOperators(checkApiKey: CheckApiKey, limit: RateLimit): Operators {
  const holders = new WeakMap<FastifyRequest, ApiKeyHolder>();
  return {
    async hook(request, reply) {
      const holder = await checkApiKey(request.headers.authorization, 'operate');
      await limit(holder.id, reply);
      holders.set(request, holder);
    },
    operatorOf(request) {
      const holder = holders.get(request);
      if (!holder) throw new ProblemError('api-key-refused', 'Send a key of the scope "operate".');
      return holder;
    },
  };
}
