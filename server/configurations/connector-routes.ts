import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Connector } from '../../manifest/connector.ts';
import { offer, offeredFields } from '../events/catalog.ts';
import { FILTER_LIMITS } from './filter-limits.ts';
import { LIMITS } from './limits.ts';
import { ConnectorSchema, LanguageQuery } from './schema.ts';

export interface ConnectorRoutesOptions {
  connector: Connector;
  sandbox: boolean;
  /** For how long events, and what was removed, are kept. */
  retentionDays: number;
}

/** `GET /api/connector`: what can be chosen. No sign-in: it says nothing about anybody. */
export const connectorRoutes: FastifyPluginAsyncTypebox<ConnectorRoutesOptions> = async (app, options) => {
  const { connector, sandbox, retentionDays } = options;
  app.get(
    '/api/connector',
    {
      schema: {
        summary: 'What the connector offers',
        problems: [],
        querystring: LanguageQuery,
        response: { 200: ConnectorSchema },
      },
    },
    async (request) => {
      const language = request.query.language ?? 'en';
      return {
        name: connector.name,
        description: connector.description[language],
        eventGroups: offer(connector, language),
        filterFields: offeredFields(connector, language),
        limits: {
          nameLength: LIMITS.nameLength,
          urlLength: LIMITS.urlLength,
          keptDays: retentionDays,
          conditions: FILTER_LIMITS.conditions,
          valueLength: FILTER_LIMITS.valueLength,
          values: FILTER_LIMITS.values,
        },
        sandbox,
      };
    },
  );
};
