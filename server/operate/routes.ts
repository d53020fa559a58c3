import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import type { Connector } from '../../manifest/connector.ts';
import type { EngineStatus } from '../delivery/engine.ts';
import type { PaceWindow } from '../delivery/pace.ts';
import type { CheckApiKey } from '../identity/api-keys.ts';
import { createLook, type Look } from '../lookback/look.ts';
import type { RateLimit } from '../plugins/rate-limits.ts';
import type { PrismaClient } from '../storage/generated/client.ts';
import type { Vault } from '../storage/vault.ts';
import { auditRoutes } from './audit-routes.ts';
import { codeRoutes } from './code/routes.ts';
import { configurationRoutes } from './configuration-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { eraseRoutes } from './erase/routes.ts';
import { figureRoutes } from './figure-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { createOperators, type Operators } from './operator.ts';
import { replayRoutes } from './replay-routes.ts';

export interface OperateRoutesOptions {
  pool: Pool;
  prisma: PrismaClient;
  vault: Vault;
  connector: Connector;
  webhookHosts: readonly string[];
  /** The pace that channels are served at. */
  windows: readonly PaceWindow[];
  retentionDays: number;
  sandbox: boolean;
  checkApiKey: CheckApiKey;
  /** Of one key. */
  limit: RateLimit;
  /** What this node's delivery room says of itself; undefined while it starts. */
  engineStatus(): EngineStatus | undefined;
  now(): Date;
  /** Tells the delivery room that these configurations have work. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** What every group of these routes gets. */
export interface OperateContext extends OperateRoutesOptions, Pick<Operators, 'operatorOf'> {
  look: Look;
}

/** What the operator does, with a key of the scope `operate`. A key of one tenant reaches that tenant alone. */
export const operateRoutes: FastifyPluginAsyncTypebox<OperateRoutesOptions> = async (app, options) => {
  const { hook, operatorOf } = createOperators(options.checkApiKey, options.limit);
  app.addHook('onRequest', hook);
  const context: OperateContext = { ...options, operatorOf, look: createLook(options.pool) };
  await app.register(configurationRoutes, context);
  await app.register(deliveryRoutes, context);
  await app.register(replayRoutes, context);
  await app.register(figureRoutes, context);
  await app.register(keyRoutes, context);
  await app.register(auditRoutes, context);
  await app.register(codeRoutes, context);
  await app.register(eraseRoutes, context);
};
