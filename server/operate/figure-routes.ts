import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { LRUCache } from 'lru-cache';
import { LanguageQuery } from '../configurations/schema.ts';
import { countEventTypes, presentEventTypes, type TypeFigures } from './count-event-types.ts';
import { EventTypeCounts, Overview, Series, SeriesQuery, type Span } from './figures-schema.ts';
import { readStanding, type Standing } from './overview.ts';
import type { OperateContext } from './routes.ts';
import { readSeries } from './series.ts';

/** Several people who look at once, and pages that look again, cost the database one look in this time. */
const KEEP_MS = { overview: 10_000, series: 10_000, types: 60_000 } as const;
/** So many organisations' figures are kept. */
const KEPT = 200;

/** Figures: how things stand, what was posted lately, what came. */
export const figureRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, context) => {
  const { look, connector, retentionDays, sandbox, engineStatus, now, operatorOf } = context;

  const standing = kept<Standing, undefined>(KEEP_MS.overview, (tenantId) =>
    readStanding(look, { retentionDays, now: now(), tenantId }),
  );
  app.get(
    '/api/operate/overview',
    { schema: { summary: 'How everything stands', problems: [], response: { 200: Overview } } },
    async (request) => {
      const { tenantId } = operatorOf(request);
      const status = engineStatus();
      return {
        ...(await standing(tenantId, undefined)),
        retentionDays,
        ...(status && { nodes: status.nodes, shards: status.shards }),
        sandbox,
        ...(tenantId !== undefined && { tenantId }),
      };
    },
  );

  const series = kept<Series, Span>(KEEP_MS.series, (tenantId, span) =>
    readSeries(look, span, now(), tenantId),
  );
  app.get(
    '/api/operate/series',
    {
      schema: {
        summary: 'Throughput and latency over time',
        problems: [],
        querystring: SeriesQuery,
        response: { 200: Series },
      },
    },
    async (request) => series(operatorOf(request).tenantId, request.query.span ?? 'hour'),
  );

  const types = kept<TypeFigures, undefined>(KEEP_MS.types, (tenantId) =>
    countEventTypes(look, now(), tenantId),
  );
  app.get(
    '/api/operate/event-types',
    {
      schema: {
        summary: 'How often each event type came and was chosen',
        problems: [],
        querystring: LanguageQuery,
        response: { 200: EventTypeCounts },
      },
    },
    async (request) =>
      presentEventTypes(
        await types(operatorOf(request).tenantId, undefined),
        connector,
        request.query.language ?? 'en',
      ),
  );

  /** Reads once for all who ask for the same, by the server's clock. What failed is not kept. */
  function kept<Result extends object, Choice extends string | undefined>(
    keepMs: number,
    read: (tenantId: string | undefined, choice: Choice) => Promise<Result>,
  ): (tenantId: string | undefined, choice: Choice) => Promise<Result> {
    const results = new LRUCache<string, { outcome: Promise<Result> }>({
      max: KEPT,
      ttl: keepMs,
      // The clock is asked every time.
      ttlResolution: 0,
      perf: { now: () => now().getTime() },
    });
    return (tenantId, choice) => {
      const name = `${tenantId ?? ''} ${choice ?? ''}`;
      const known = results.get(name);
      if (known) return known.outcome;
      const entry = { outcome: read(tenantId, choice) };
      results.set(name, entry);
      entry.outcome.catch(() => results.delete(name));
      return entry.outcome;
    };
  }
};
