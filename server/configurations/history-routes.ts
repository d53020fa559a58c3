import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { SignIn } from '../identity/sign-in.ts';
import { ChangeList, RestoreRequest } from './change-schema.ts';
import { listChanges } from './changes.ts';
import { presentConfiguration } from './present.ts';
import { restoreConfiguration } from './remove.ts';
import { Configuration, IdParams } from './schema.ts';
import { findAlsoRemoved, type StoreContext } from './store.ts';

export interface HistoryRoutesOptions {
  store: StoreContext;
  signIn: SignIn;
  /** Tells the delivery room that these configurations may have work again. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** Who changed a configuration, and taking back its removal. Signed in by the caller. */
export const historyRoutes: FastifyPluginAsyncTypebox<HistoryRoutesOptions> = async (app, options) => {
  const { store, wake } = options;
  const { userOf } = options.signIn;

  app.get(
    '/api/configurations/:id/changes',
    {
      schema: {
        summary: 'Who changed what',
        problems: ['configuration-not-found'],
        params: IdParams,
        response: { 200: ChangeList },
      },
    },
    async (request) => {
      const { id } = await findAlsoRemoved(store, userOf(request), request.params.id);
      return listChanges(store.prisma, id);
    },
  );

  app.post(
    '/api/configurations/:id/restore',
    {
      schema: {
        summary: 'Take a removal back',
        problems: ['configuration-not-found', 'configuration-changed'],
        params: IdParams,
        body: RestoreRequest,
        response: { 200: Configuration },
      },
    },
    async (request) => {
      const { id } = request.params;
      const row = await restoreConfiguration(store, userOf(request), id, request.body.version);
      await wake([row.id]);
      return presentConfiguration(row);
    },
  );
};
