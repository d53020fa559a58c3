import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readMarks } from './channel-marks.ts';
import { createChannelWatch, WATCH_LIMITS } from './channel-watch.ts';
import { listDeliveries } from './deliveries.ts';
import type { DeliveryRoutesOptions } from './delivery-routes.ts';
import { presentConfiguration } from './present.ts';
import { type ChannelNews, IdParams } from './schema.ts';
import { findAlsoRemoved } from './store.ts';

type StreamRoutesOptions = Pick<DeliveryRoutesOptions, 'store' | 'pool' | 'connector' | 'signIn' | 'windows'>;

/**
 * `GET /api/configurations/{id}/stream`: server-sent events. Each `channel` event holds the configuration and its
 * newest deliveries whole; its id is sent back as `Last-Event-ID` by a page that lost its stream. Signed in by
 * the caller, in a header as all calls: pages read it with `fetch`.
 */
export const streamRoutes: FastifyPluginAsyncTypebox<StreamRoutesOptions> = async (app, options) => {
  const { store, pool, connector, windows } = options;
  const { userOf } = options.signIn;

  const watch = createChannelWatch({
    readMarks: (ids) => readMarks(pool, ids),
    async read(id) {
      const row = await store.prisma.configuration.findUniqueOrThrow({ where: { id } });
      const context = { prisma: store.prisma, pool, windows };
      const news: ChannelNews = {
        configuration: presentConfiguration(row),
        deliveries: await listDeliveries(context, connector, row),
      };
      return JSON.stringify(news);
    },
    onError: (error) => app.log.warn({ err: error }, 'Open pages were not told what changed; it goes on.'),
    limits: WATCH_LIMITS,
  });
  // Open streams are requests that never end: the server could not close while they last.
  app.addHook('preClose', async () => watch.close());

  app.get(
    '/api/configurations/:id/stream',
    {
      schema: {
        summary: 'Follow a channel live',
        problems: ['configuration-not-found', 'streams-full'],
        params: IdParams,
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      const { id } = await findAlsoRemoved(store, user, request.params.id);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const last = request.headers['last-event-id'];
      const frames = watch.follow({
        configurationId: id,
        person: `${user.tenantId} ${user.objectId}`,
        seen: typeof last === 'string' ? last : undefined,
        signal: gone.signal,
      });
      return (
        reply
          .header('content-type', 'text/event-stream; charset=utf-8')
          .header('cache-control', 'no-store')
          // Proxies that buffer would hold news back: this is nginx's word for not doing so.
          .header('x-accel-buffering', 'no')
          // Nothing else comes over it; a server that closes would wait for it.
          .header('connection', 'close')
          // One frame ahead at most: whoever reads slowly gets the newest state next.
          .send(Readable.from(frames, { highWaterMark: 1 }))
      );
    },
  );
};
