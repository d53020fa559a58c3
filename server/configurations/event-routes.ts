import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { composeCard } from '../cards/compose.ts';
import { loadEvents } from '../events/stored-event.ts';
import { createLook } from '../lookback/look.ts';
import type { Configuration as Row } from '../storage/generated/client.ts';
import { findCameEvents } from './came-events.ts';
import type { DeliveryRoutesOptions } from './delivery-routes.ts';
import { readEventDetail } from './event-detail.ts';
import { type CameEvent, CameList, CameQuery, EventDetail, EventParams } from './event-schema.ts';
import { readFacts } from './explain-facts.ts';
import { ExplainQuery, Explanation } from './explain-schema.ts';
import { presentConfiguration } from './present.ts';
import { presentExplanation } from './present-explanation.ts';
import { IdParams } from './schema.ts';
import { findAlsoRemoved } from './store.ts';

type EventRoutesOptions = Pick<DeliveryRoutesOptions, 'store' | 'pool' | 'connector' | 'signIn' | 'windows'>;

/** What became of events for a channel: those that came, one whole, and the story of one. Signed in by the caller. */
export const eventRoutes: FastifyPluginAsyncTypebox<EventRoutesOptions> = async (app, options) => {
  const { store, pool, connector, windows } = options;
  const { userOf } = options.signIn;
  const context = { prisma: store.prisma, pool, windows };
  const look = createLook(pool);

  app.get(
    '/api/configurations/:id/events',
    {
      schema: {
        summary: 'The newest events, or those that a link means',
        problems: ['configuration-not-found'],
        params: IdParams,
        querystring: CameQuery,
        response: { 200: CameList },
      },
    },
    async (request): Promise<CameList> => {
      const user = userOf(request);
      const row = await findAlsoRemoved(store, user, request.params.id);
      const { numbers, searchedSince } = await findCameEvents(
        { look, prisma: store.prisma },
        user.tenantId,
        request.query.link ?? '',
      );
      return {
        items: await presentCame(row, numbers),
        ...(searchedSince && { searchedSince: searchedSince.toISOString() }),
      };
    },
  );

  app.get(
    '/api/configurations/:id/events/:number',
    {
      schema: {
        summary: 'One event of a channel, whole',
        problems: ['configuration-not-found', 'event-not-found'],
        params: EventParams,
        response: { 200: EventDetail },
      },
    },
    async (request) => {
      const row = await findAlsoRemoved(store, userOf(request), request.params.id);
      return readEventDetail(context, connector, row, request.params.number);
    },
  );

  app.get(
    '/api/configurations/:id/explain',
    {
      schema: {
        summary: 'Why an event came or did not come',
        problems: ['configuration-not-found'],
        params: IdParams,
        querystring: ExplainQuery,
        response: { 200: Explanation },
      },
    },
    async (request): Promise<Explanation> => {
      const { source, event } = request.query;
      const row = await findAlsoRemoved(store, userOf(request), request.params.id);
      return presentExplanation(await readFacts(context, row, { source, id: event }));
    },
  );

  async function presentCame(configuration: Row, numbers: readonly bigint[]): Promise<CameEvent[]> {
    const { language } = presentConfiguration(configuration);
    const events = await loadEvents(pool, numbers);
    const deliveries = await store.prisma.delivery.findMany({
      where: { configurationId: configuration.id, eventId: { in: [...numbers] } },
    });
    const stateOf = new Map(deliveries.map(({ eventId, state }) => [eventId, state]));
    return numbers.flatMap((number) => {
      const event = events.get(number);
      // Its time was over between the two reads.
      if (!event) return [];
      const { source, id, type, time } = event;
      const state = stateOf.get(number);
      return [
        {
          source,
          id,
          type,
          title: composeCard(event, { language, connector }).summary,
          time: time.toISOString(),
          ...(state && { state }),
        },
      ];
    });
  }
};
