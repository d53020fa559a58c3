import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { ApiKeyHolder, CheckApiKey } from '../identity/api-keys.ts';
import type { RateLimit } from '../plugins/rate-limits.ts';
import { ProblemError } from '../problem.ts';
import type { Event } from './event.ts';
import type { Intake } from './intake.ts';
import { readEvents } from './read-events.ts';
import { EVENT_LIMITS, Receipts } from './schema.ts';
import { readTraceParent } from './trace-parent.ts';

export interface EventRoutesOptions {
  intake: Intake;
  checkApiKey: CheckApiKey;
  /** Of one key. */
  limit: RateLimit;
  now(): Date;
}

/** `POST /api/events`: the operator's systems tell what happened. */
export const eventRoutes: FastifyPluginAsyncTypebox<EventRoutesOptions> = async (app, options) => {
  // Any JSON, whatever its exact content type: CloudEvents have two of their own.
  app.addContentTypeParser(
    /^application\/([\w.-]+\+)?json\b/i,
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );

  const senders = new WeakMap<FastifyRequest, ApiKeyHolder>();

  app.post(
    '/api/events',
    {
      bodyLimit: EVENT_LIMITS.bodyBytes,
      // Before the body is read: a megabyte of JSON is nothing to take from strangers.
      onRequest: async (request, reply) => {
        const key = await options.checkApiKey(request.headers.authorization, 'events');
        await options.limit(key.id, reply);
        senders.set(request, key);
      },
      schema: {
        summary: 'Send events',
        problems: ['invalid-event', 'unknown-event-type', 'tenant-not-allowed'],
        response: { 202: Receipts },
      },
    },
    async (request, reply) => {
      const key = senders.get(request);
      if (!key) throw new Error('nobody was asked for a key');
      const events = readEvents(request.headers, request.body, {
        defaultSource: `urn:cardwire:${key.id}`,
        now: options.now(),
      });
      // An event's own trace says more than the request's.
      const traceParent = readTraceParent(request.headers.traceparent);
      const receipts = await options.intake.take(
        events.map((event) => bind({ ...(traceParent && { traceParent }), ...event }, key.tenantId)),
      );
      return reply.code(202).send({ events: receipts });
    },
  );
};

/** A key that is bound to a tenant speaks for that tenant alone. */
function bind(event: Event, tenantId: string | undefined): Event {
  if (tenantId === undefined) return event;
  if (event.tenantId !== undefined && event.tenantId !== tenantId) {
    throw new ProblemError(
      'tenant-not-allowed',
      'This key may send events for one organisation only: leave out tenantid.',
    );
  }
  return { ...event, tenantId };
}
