import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import { clientLeft } from '../client-left.ts';
import { asOnlyTest, refuseTooMany } from '../delivery/test-claim.ts';
import { isGood } from '../destinations/verdict.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { presentConfiguration } from './present.ts';
import { IdParams } from './schema.ts';
import { type SendTest, targetOf } from './send-test.ts';
import { findConfiguration, type StoreContext, setDestination } from './store.ts';
import { ConnectResult, TestRequest, TestResult } from './test-schema.ts';

export interface TestRoutesOptions {
  store: StoreContext;
  pool: Pool;
  signIn: SignIn;
  webhookHosts: readonly string[];
  sendTest: SendTest;
  /** Tells the delivery room that these configurations were changed. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** Real cards that somebody waits for: whether they arrive, and a destination that is set because they do. */
export const testRoutes: FastifyPluginAsyncTypebox<TestRoutesOptions> = async (app, options) => {
  const { store, pool, webhookHosts, sendTest, wake } = options;
  const { userOf } = options.signIn;
  const recogniser = { vault: store.vault, webhookHosts };

  /** Works whatever the channel's queue does; a pause stays one. */
  app.post(
    '/api/configurations/:id/test',
    { schema: { params: IdParams, body: TestRequest, response: { 200: TestResult } } },
    async (request, reply) => {
      const user = userOf(request);
      const signal = clientLeft(reply);
      const row = await findConfiguration(store, user, request.params.id);
      const target = targetOf(recogniser, row, request.body.url);
      return asOnlyTest(pool, row.id, signal, async () => {
        await refuseTooMany(pool, row.id);
        const result = await sendTest({ row, target, card: 'test', user, signal });
        await wake([row.id]);
        return result;
      });
    },
  );

  /**
   * Posts the card "connected" and, only when it was taken, sets the address; again for the same address, both
   * were done and stay done. A caller that is gone has given up, and has nothing set behind its back.
   */
  app.post(
    '/api/configurations/:id/connect',
    { schema: { params: IdParams, body: TestRequest, response: { 200: ConnectResult } } },
    async (request, reply): Promise<ConnectResult> => {
      const user = userOf(request);
      const signal = clientLeft(reply);
      const find = () => findConfiguration(store, user, request.params.id);
      const { id } = await find();
      return asOnlyTest(pool, id, signal, async () => {
        // Only now: whoever came first may have connected it.
        const row = await find();
        const target = targetOf(recogniser, row, request.body.url);
        const { destinationFingerprint, connectedFingerprint, state } = row;
        const known = new Set([destinationFingerprint, connectedFingerprint, target.fingerprint]);
        if (known.size === 1 && state !== 'broken') {
          return { connected: true, configuration: presentConfiguration(row) };
        }
        await refuseTooMany(pool, id);
        const test = await sendTest({ row, target, card: 'connected', user, signal });
        const connected = isGood(test.verdict) && !signal.aborted;
        const after = connected
          ? await setDestination(store, user, id, target, { connected: true })
          : await find();
        await wake([id]);
        return { connected, test, configuration: presentConfiguration(after) };
      });
    },
  );
};
