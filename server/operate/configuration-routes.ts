import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { readFacts } from '../configurations/explain-facts.ts';
import { ExplainQuery, Explanation } from '../configurations/explain-schema.ts';
import { presentConfiguration } from '../configurations/present.ts';
import { presentExplanation } from '../configurations/present-explanation.ts';
import { IdParams } from '../configurations/schema.ts';
import { ProblemError } from '../problem.ts';
import type { Configuration as Row } from '../storage/generated/client.ts';
import { OperatedDetail, OperatedPage, OperatedQuery } from './configuration-schema.ts';
import { findListed, listConfigurations } from './list-configurations.ts';
import type { OperateContext } from './routes.ts';

/** Configurations of all organisations, or of the key's own. */
export const configurationRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, context) => {
  const { prisma, pool, windows, operatorOf } = context;

  app.get(
    '/api/operate/configurations',
    {
      schema: {
        summary: 'Configurations of all channels',
        problems: [],
        querystring: OperatedQuery,
        response: { 200: OperatedPage },
      },
    },
    async (request) => listConfigurations(context, request.query, operatorOf(request).tenantId),
  );

  app.get(
    '/api/operate/configurations/:id',
    {
      schema: {
        summary: 'One configuration, with how it stands',
        problems: ['configuration-not-found'],
        params: IdParams,
        response: { 200: OperatedDetail },
      },
    },
    async (request) => {
      const row = await find(request, request.params.id);
      const listed = await findListed(context, row.id, operatorOf(request).tenantId);
      if (!listed) throw notFound();
      return { ...listed, configuration: presentConfiguration(row) };
    },
  );

  app.get(
    '/api/operate/configurations/:id/explain',
    {
      schema: {
        summary: 'Why an event did or did not reach a channel',
        problems: ['configuration-not-found'],
        params: IdParams,
        querystring: ExplainQuery,
        response: { 200: Explanation },
      },
    },
    async (request): Promise<Explanation> => {
      const row = await find(request, request.params.id);
      const { source, event } = request.query;
      return presentExplanation(await readFacts({ prisma, pool, windows }, row, { source, id: event }));
    },
  );

  /** Also a removed one. The same answer for one that never was and for one that the key does not reach. */
  async function find(request: FastifyRequest, id: string): Promise<Row> {
    const { tenantId } = operatorOf(request);
    const where = { id, ...(tenantId !== undefined && { tenantId }) };
    // What is no id is not looked for: PostgreSQL takes no NUL, even to compare with.
    const row = /^[\w-]{22}$/.test(id) ? await prisma.configuration.findFirst({ where }) : null;
    if (!row) throw notFound();
    return row;
  }
};

function notFound(): ProblemError {
  return new ProblemError(
    'configuration-not-found',
    'Choose one of those that GET /api/operate/configurations lists.',
  );
}
