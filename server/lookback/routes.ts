import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Connector } from '../../manifest/connector.ts';
import type { Language } from '../cards/card.ts';
import { composeCard } from '../cards/compose.ts';
import { refuseUnknownTypes } from '../configurations/refusals.ts';
import { loadEvents } from '../events/stored-event.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { ProblemError } from '../problem.ts';
import { createActivity } from './activity.ts';
import { backtest } from './backtest.ts';
import { LOOKBACK } from './limits.ts';
import { createLook } from './look.ts';
import { startFor, totalOf } from './newest-events.ts';
import {
  ActivityAnswer,
  BacktestAnswer,
  BacktestRequest,
  SuggestionsAnswer,
  SuggestionsQuery,
} from './schema.ts';
import { findSuggestions } from './suggestions.ts';

export interface LookbackRoutesOptions {
  pool: Pool;
  connector: Connector;
  signIn: SignIn;
  now(): Date;
}

/** So many tenants' fields are kept with what was suggested for them. */
const KEPT_SUGGESTIONS = 5_000;

/**
 * What came in the last days, for whoever configures a channel: how often, what filters could ask, and what a
 * filter would have let pass. Everybody sees the events of their own organisation and those for all.
 */
export const lookbackRoutes: FastifyPluginAsyncTypebox<LookbackRoutesOptions> = async (app, options) => {
  const { pool, connector, signIn, now } = options;
  const offered = connector.eventGroups.flatMap((group) => group.eventTypes);
  const look = createLook(pool);
  const readActivity = createActivity({ look, types: offered.map(({ type }) => type), now });
  app.addHook('onRequest', signIn.hook);

  app.get(
    '/api/activity',
    {
      schema: { summary: 'How often each event type came', problems: [], response: { 200: ActivityAnswer } },
    },
    async (request) => {
      const activity = await readActivity(signIn.userOf(request).tenantId);
      return { days: LOOKBACK.days, events: Object.fromEntries(activity), most: LOOKBACK.counted };
    },
  );

  const suggestions = new LRUCache<string, SuggestionsAnswer['values'], [tenantId: string, field: string]>({
    max: KEPT_SUGGESTIONS,
    ttl: LOOKBACK.keptMs,
    perf: { now: () => now().getTime() },
    async fetchMethod(_key, _stale, { context: [tenantId, field] }) {
      const types = typesWith(field);
      const { came } = totalOf(await readActivity(tenantId), types);
      return findSuggestions(look, { types, tenantId, since: startFor(came, now()) }, field);
    },
  });

  app.get(
    '/api/suggestions',
    {
      schema: {
        summary: 'Values that events lately held in a field',
        problems: [],
        querystring: SuggestionsQuery,
        response: { 200: SuggestionsAnswer },
      },
    },
    async (request) => {
      const { tenantId } = signIn.userOf(request);
      const { field } = request.query;
      if (typesWith(field).length === 0) {
        throw new ProblemError('invalid-request', 'Ask for a field that GET /api/connector lists.', [
          { pointer: '/field', detail: 'is not offered by this connector.' },
        ]);
      }
      const key = JSON.stringify([tenantId, field]);
      return { values: (await suggestions.fetch(key, { context: [tenantId, field] })) ?? [] };
    },
  );

  app.post(
    '/api/backtest',
    {
      schema: {
        summary: 'What a filter would have let pass',
        problems: ['unknown-event-type'],
        body: BacktestRequest,
        response: { 200: BacktestAnswer },
      },
    },
    async (request, reply) => {
      const { tenantId } = signIn.userOf(request);
      const { eventTypes: types, filter, language } = request.body;
      refuseUnknownTypes(connector, types);
      const total = totalOf(await readActivity(tenantId), types);
      const since = startFor(total.came, now());
      const found = await backtest(look, { types, tenantId, since }, filter, goneSignal(reply));
      return {
        days: LOOKBACK.days,
        // The count may be a minute old.
        came: Math.max(total.came, found.tried),
        atLeast: total.atLeast,
        tried: found.tried,
        passed: found.passed,
        samples: await samplesOf(found.samples, language),
      };
    },
  );

  /** The offered types whose events can be asked for the field. */
  function typesWith(field: string): string[] {
    return offered
      .filter(({ filterFields = [] }) => filterFields.some((one) => one.field === field))
      .map(({ type }) => type);
  }

  async function samplesOf(ids: readonly bigint[], language: Language): Promise<BacktestAnswer['samples']> {
    const events = await loadEvents(pool, ids);
    // What was removed a moment ago is not shown.
    return ids.flatMap((id) => {
      const event = events.get(id);
      if (!event) return [];
      const { summary } = composeCard(event, { language, timeZone: 'UTC', connector, templateFailed() {} });
      return [{ event: String(id), type: event.type, title: summary, time: event.time.toISOString() }];
    });
  }
};

/** Aborted when the page no longer waits: it asks anew with every change. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const control = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) {
      control.abort(new ProblemError('unavailable', 'Nobody waits for this answer any more.'));
    }
  });
  return control.signal;
}
