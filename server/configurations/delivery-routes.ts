import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import { Type } from 'typebox';
import type { Connector } from '../../manifest/connector.ts';
import type { PaceWindow } from '../delivery/pace.ts';
import { pauseConfiguration } from '../delivery/pause.ts';
import { replayDeliveries } from '../delivery/replay.ts';
import { resumeConfiguration } from '../delivery/resume.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { ProblemError } from '../problem.ts';
import { listDeliveries } from './deliveries.ts';
import { PauseRequest, ReplayRequest, ReplayResult, ResumeRequest } from './delivery-schema.ts';
import { readPauseEnd } from './pause-request.ts';
import { presentConfiguration } from './present.ts';
import { readReplay } from './replay-request.ts';
import { Configuration, DeliveryPage, IdParams } from './schema.ts';
import { findAlsoRemoved, findConfiguration, type StoreContext } from './store.ts';

export interface DeliveryRoutesOptions {
  store: StoreContext;
  pool: Pool;
  connector: Connector;
  signIn: SignIn;
  /** The pace that channels are served at. */
  windows: readonly PaceWindow[];
  /** Tells the delivery room that these configurations were changed. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** What people do with a channel's deliveries: see them, pause, resume, replay. Signed in by the caller. */
export const deliveryRoutes: FastifyPluginAsyncTypebox<DeliveryRoutesOptions> = async (app, options) => {
  const { store, pool, connector, windows, wake } = options;
  const { userOf } = options.signIn;

  app.get(
    '/api/configurations/:id/deliveries',
    {
      schema: {
        summary: "A channel's deliveries, newest first",
        problems: ['configuration-not-found'],
        params: IdParams,
        querystring: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 32 })) }),
        response: { 200: DeliveryPage },
      },
    },
    async (request) => {
      const row = await findAlsoRemoved(store, userOf(request), request.params.id);
      return listDeliveries({ prisma: store.prisma, pool, windows }, connector, row, request.query.cursor);
    },
  );

  app.post(
    '/api/configurations/:id/pause',
    {
      schema: {
        summary: 'Pause a channel',
        problems: ['configuration-not-found', 'configuration-removed', 'configuration-broken'],
        params: IdParams,
        body: PauseRequest,
        response: { 200: Configuration },
      },
    },
    async (request) => {
      const user = userOf(request);
      const { id } = await findConfiguration(store, user, request.params.id);
      const end = readPauseEnd(request.body, store.now());
      const onResume = request.body.onResume ?? 'catch_up';
      const paused = await pauseConfiguration(pool, id, { end, onResume, by: user });
      // Also throws when it was removed meanwhile.
      const row = await findConfiguration(store, user, id);
      if (!paused) {
        throw new ProblemError(
          'configuration-broken',
          'Nothing is posted already, and everything is kept. Set a new webhook address first.',
        );
      }
      await wake([id]);
      return presentConfiguration(row);
    },
  );

  app.post(
    '/api/configurations/:id/resume',
    {
      schema: {
        summary: 'End a pause',
        problems: ['configuration-not-found', 'configuration-removed'],
        params: IdParams,
        body: ResumeRequest,
        response: { 200: Configuration },
      },
    },
    async (request) => {
      const user = userOf(request);
      const { id, onResume } = await findConfiguration(store, user, request.params.id);
      await resumeConfiguration(pool, id, request.body.mode ?? onResume, user);
      await wake([id]);
      return presentConfiguration(await findConfiguration(store, user, id));
    },
  );

  app.post(
    '/api/configurations/:id/replay',
    {
      schema: {
        summary: 'Deliver to a channel again',
        problems: ['configuration-not-found', 'configuration-removed'],
        params: IdParams,
        body: ReplayRequest,
        response: { 200: ReplayResult },
      },
    },
    async (request) => {
      const { id } = await findConfiguration(store, userOf(request), request.params.id);
      const replay = readReplay(request.body);
      const { configurationIds, ...result } = await replayDeliveries(pool, replay, { configurationId: id });
      await wake(configurationIds);
      return result;
    },
  );
};
