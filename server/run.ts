import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { buildConnector } from 'undici';
import { connector } from '../manifest/connector.ts';
import { buildApp } from './app.ts';
import { actionKey } from './card-actions/action-key.ts';
import type { ActionTarget, Forwarder } from './card-actions/forward.ts';
import { openForwarding } from './card-actions/open-forwarding.ts';
import { postBackUrl } from './card-actions/post-back.ts';
import { office365Offer } from './connect/offer.ts';
import { createBodies } from './delivery/bodies.ts';
import { type Engine, startEngine } from './delivery/engine.ts';
import { startRetention } from './delivery/retention.ts';
import { guardedConnect } from './destinations/guard.ts';
import { createPoster } from './destinations/post.ts';
import { permittedAddresses } from './destinations/webhook-networks.ts';
import { storeApiKey } from './identity/api-keys.ts';
import type { SigningKeys } from './identity/entra.ts';
import { entraProvider } from './identity/entra-provider.ts';
import { listen } from './listen.ts';
import { openDatabase } from './open-database.ts';
import { needed, type OwnData, openOwnData } from './own-data.ts';
import type { OpenSandbox } from './sandbox/open-sandbox.ts';
import type { Settings } from './settings.ts';
import { refreshStatistics } from './storage/statistics.ts';
import type { Storage } from './storage/storage.ts';
import { startTracing } from './telemetry/start-tracing.ts';
import { createTelemetry } from './telemetry/telemetry.ts';

/** A running Cardwire. */
export interface Running {
  /** The port that it listens on. */
  port: number;
  /** The sandbox's key to send events with; undefined without the sandbox. */
  apiKey: string | undefined;
  /** The sandbox's key to operate it with; undefined without the sandbox. */
  operateKey: string | undefined;
  /** Stops taking requests, lets attempts under way end, then closes the database. */
  stop(): Promise<void>;
}

/** What a test puts in the place of the world outside. */
export interface Outside {
  /** The keys that sign-in tokens are checked with, instead of Microsoft's. */
  keys?: SigningKeys;
  /** How webhooks are reached, instead of the guarded network. */
  connect?: buildConnector.connector;
}

/** Takes what is to be done at the end; the last comes first. */
type Later = (step: () => Promise<unknown>) => void;

/** Starts everything in order; when something fails, what had started is stopped again. */
export async function run(settings: Settings, logger: Logger, outside: Outside = {}): Promise<Running> {
  const steps: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  try {
    return { ...(await start(settings, logger, outside, (step) => steps.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  settings: Settings,
  logger: Logger,
  outside: Outside,
  later: Later,
): Promise<Omit<Running, 'stop'>> {
  const now = () => new Date();
  const data = openOwnData(settings);
  const { databaseUrl, storage, vault } = await openDatabase({ settings, data, logger, later });

  let port = settings.port;
  const sandbox = settings.sandbox
    ? await openTheSandbox(needed(data), settings, storage, () => port)
    : undefined;

  const guarded = guardedConnect({
    hosts: settings.webhookHosts,
    permits: permittedAddresses(settings.webhookNetworks),
  });
  const poster = createPoster({ connect: outside.connect ?? sandbox?.connect ?? guarded });
  later(() => poster.close());
  const nodeId = randomUUID();
  const tracing = settings.traceEndpoint
    ? await startTracing(settings.traceEndpoint, { nodeId, logger })
    : undefined;
  later(async () => tracing?.close());
  let engine: Engine | undefined;
  const engineStatus = () => engine?.status();
  const telemetry = createTelemetry({ pool: storage.pool, logger, engineStatus, tracing });
  later(() => telemetry.close());
  later(async () => engine?.stop());

  // The sandbox stands in for the operator's system, too.
  const takesActions = settings.actions !== undefined || settings.sandbox;
  let forwarder: Forwarder | undefined;
  const bodies = createBodies({
    pool: storage.pool,
    connector,
    publicUrl: settings.publicUrl,
    postBack: takesActions
      ? {
          url: postBackUrl(settings.publicUrl),
          keyFor: (configurationId, event) => actionKey(vault, configurationId, event),
        }
      : undefined,
    onTemplateError: (eventType, error) =>
      logger.error({ err: error, eventType }, 'A card template failed; the plain card was sent.'),
  });
  const signIn = sandbox ?? entraProvider(settings, outside.keys);
  const app = await buildApp({
    settings,
    storage,
    vault,
    poster,
    connector,
    logger,
    now,
    verifyToken: signIn.verifyToken,
    verifyActionToken: signIn.verifyActionToken,
    onPressed: takesActions ? () => forwarder?.wake() : undefined,
    signInOffer: signIn.signInOffer,
    connectOffer: sandbox?.connectOffer ?? office365Offer(settings),
    githubSecrets: data && settings.sandbox ? [githubSecret(settings, data)] : settings.githubSecrets,
    // What comes before the engine runs, it finds by itself.
    wake: async (ids) => engine?.wake(ids),
    engineStatus,
    onAccepted: bodies.remember,
    telemetry,
    sandbox,
  });
  later(() => app.close());
  port = await listen(app, settings);
  // Only now: the sandbox's webhooks are on this very server.
  engine = await startEngine({
    databaseUrl,
    pool: storage.pool,
    nodeId,
    // The data folder is ours alone, so its database is too.
    alone: settings.databaseUrl === undefined,
    vault,
    poster,
    bodies,
    windows: settings.pace,
    now,
    random: Math.random,
    onAttempt: telemetry.attempted,
    onError: (error) => logger.error({ err: error }, 'Delivery met an error; it goes on.'),
  });
  const target = settings.actions ?? (sandbox && data && sandboxTarget(sandbox, data, port));
  if (target) {
    forwarder = openForwarding(target, {
      pool: storage.pool,
      now,
      onForwarded: telemetry.forwarded,
      onError: (error) =>
        logger.error({ err: error }, 'Passing on what was pressed met an error; it goes on.'),
    });
    later(forwarder.stop);
  }
  const counted = refreshStatistics(storage.pool).catch((error) =>
    logger.warn({ err: error }, 'The tables could not be counted; PostgreSQL will do it by itself.'),
  );
  later(() => counted);
  const ending = new AbortController();
  const retention = startRetention({
    pool: storage.pool,
    retentionDays: settings.retentionDays,
    now,
    onError: (error) => logger.error({ err: error }, 'Removing what is too old met an error; it goes on.'),
    signal: ending.signal,
  });
  later(async () => {
    ending.abort();
    await retention;
  });
  return {
    port,
    apiKey: sandbox && data?.secrets.sandboxApiKey,
    operateKey: sandbox && data?.secrets.sandboxOperateKey,
  };
}

function sandboxTarget({ operatorPath }: OpenSandbox, { secrets }: OwnData, port: number): ActionTarget {
  return { url: `http://127.0.0.1:${port}${operatorPath}`, secrets: [secrets.sandboxActionSecret] };
}

function githubSecret(settings: Settings, { secrets }: OwnData): string {
  return settings.githubSecrets[0] ?? secrets.sandboxGithubSecret;
}

async function openTheSandbox(
  data: OwnData,
  settings: Settings,
  storage: Storage,
  port: () => number,
): Promise<OpenSandbox> {
  const { openSandbox } = await import('./sandbox/open-sandbox.ts');
  const apiKey = data.secrets.sandboxApiKey;
  const operateKey = data.secrets.sandboxOperateKey;
  await storeApiKey(storage.prisma, apiKey, { name: 'sandbox', scopes: ['events'] });
  await storeApiKey(storage.prisma, operateKey, { name: 'sandbox, operator', scopes: ['operate'] });
  return openSandbox({
    pool: storage.pool,
    apiKey,
    operateKey,
    githubSecret: githubSecret(settings, data),
    actionSecret: data.secrets.sandboxActionSecret,
    webhookHosts: settings.webhookHosts,
    publicUrl: settings.publicUrl,
    port,
  });
}
