import { join } from 'node:path';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Connector } from '../manifest/connector.ts';
import { listing } from '../manifest/listing.ts';
import { samplePostBack } from './card-actions/post-back.ts';
import { cardActionRoutes } from './card-actions/routes.ts';
import { connectorRoutes } from './configurations/connector-routes.ts';
import { configurationRoutes } from './configurations/routes.ts';
import { scheduleRoutes } from './configurations/schedule-routes.ts';
import { createTestSender } from './configurations/send-test.ts';
import { trialRoutes } from './configurations/trial-routes.ts';
import type { ConnectOffer } from './connect/offer.ts';
import { connectRoutes } from './connect/routes.ts';
import { connectionLimits } from './connection-limits.ts';
import type { EngineStatus } from './delivery/engine.ts';
import { createTestPoster } from './delivery/test-post.ts';
import type { Poster } from './destinations/post.ts';
import type { Event } from './events/event.ts';
import { createIntake } from './events/intake.ts';
import { eventRoutes } from './events/routes.ts';
import { githubRoutes } from './events/sources/github-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { createApiKeyCheck } from './identity/api-keys.ts';
import { tokenOrigin } from './identity/entra-offer.ts';
import type { IdentityProvider } from './identity/entra-provider.ts';
import { createSignIn } from './identity/sign-in.ts';
import { signInRoutes } from './identity/sign-in-routes.ts';
import { lookbackRoutes } from './lookback/routes.ts';
import { openApi } from './openapi/plugin.ts';
import { packageRoutes } from './operate/package-routes.ts';
import { operateRoutes } from './operate/routes.ts';
import { bodyShape } from './plugins/body-shape.ts';
import { closing } from './plugins/closing.ts';
import { metrics } from './plugins/metrics.ts';
import { pages } from './plugins/pages.ts';
import { answerError, problems } from './plugins/problems.ts';
import { addressLimits, limitPerMinute, PER_MINUTE, unlimited } from './plugins/rate-limits.ts';
import { headersOfAll, securityHeaders } from './plugins/security-headers.ts';
import { previewRoutes } from './previews/routes.ts';
import type { OpenSandbox } from './sandbox/open-sandbox.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage/storage.ts';
import type { Vault } from './storage/vault.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

/** What the app is made of. Everything that touches the world outside is passed in. */
export interface Parts extends IdentityProvider {
  settings: Settings;
  storage: Storage;
  vault: Vault;
  /** Posts what people wait for: test cards. */
  poster: Poster;
  connector: Connector;
  /** Hears of pressed buttons that wait to be passed on; undefined: nobody takes them, and cards have none. */
  onPressed: (() => void) | undefined;
  /** Connect to Office 365; undefined: off. */
  connectOffer: ConnectOffer | undefined;
  githubSecrets: readonly string[];
  logger: FastifyBaseLogger;
  /** Hears of every event that was stored. */
  onAccepted(id: bigint, event: Event): void;
  /** Tells the delivery room that these configurations have work. */
  wake(configurationIds: readonly string[]): Promise<void>;
  /** What the delivery room does; undefined before it has started. */
  engineStatus(): EngineStatus | undefined;
  telemetry: Telemetry;
  now(): Date;
  /** Undefined unless the sandbox is on. */
  sandbox: OpenSandbox | undefined;
}

const BUILT_PAGES = join(import.meta.dirname, '../dist/web');
/** Pages of people who are signed in. */
const PAGES_WITH_SIGN_IN = ['config', 'remove', 'channel', 'event', 'connect/done'];
const BODY_LIMIT_BYTES = 65_536;

/** The whole HTTP surface as one Fastify app. It does not listen and owns nothing: close it, then its parts. */
export async function buildApp(parts: Parts): Promise<FastifyInstance> {
  const { settings, storage, connector, telemetry, now } = parts;
  const https = settings.publicUrl.startsWith('https://');
  const headers = headersOfAll({ https });
  const app = Fastify({
    loggerInstance: parts.logger,
    bodyLimit: BODY_LIMIT_BYTES,
    ...connectionLimits(),
    forceCloseConnections: 'idle',
    trustProxy: settings.trustedProxies,
    routerOptions: { maxParamLength: 500 },
    // Of addresses that reach no route, and no hook.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(headers)),
    ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  // JSON is all we take; each route group adds its own forms of it.
  app.removeContentTypeParser('text/plain');

  await app.register(closing);
  await app.register(problems);
  await app.register(openApi);
  await app.register(securityHeaders, {
    frameAncestors: settings.frameAncestors,
    sandbox: settings.sandbox,
    https,
  });

  await app.register(bodyShape, { upTo: BODY_LIMIT_BYTES });
  if (!settings.sandbox) await app.register(addressLimits);
  // The sandbox is one machine's own: there is nobody to hold up.
  const limits = settings.sandbox
    ? { user: unlimited, key: unlimited }
    : { user: limitPerMinute(PER_MINUTE.user), key: limitPerMinute(settings.keyRequestsPerMinute) };
  const signIn = createSignIn(parts.verifyToken, limits.user);
  const checkApiKey = createApiKeyCheck(storage.prisma, now);
  const intake = telemetry.watchIntake(
    createIntake({ pool: storage.pool, connector, onAccepted: parts.onAccepted, wake: parts.wake }),
  );
  await app.register(healthRoutes, { pool: storage.pool, engineStatus: parts.engineStatus });
  await app.register(metrics, { registry: telemetry.registry, sandbox: settings.sandbox, checkApiKey });
  await app.register(connectorRoutes, {
    connector,
    sandbox: settings.sandbox,
    retentionDays: settings.retentionDays,
  });
  await app.register(signInRoutes, { offer: parts.signInOffer });
  const { postTest, postTrial } = createTestPoster({
    pool: storage.pool,
    poster: parts.poster,
    windows: settings.pace,
    now,
    onAttempt: telemetry.attempted,
  });
  const kept = {
    store: { prisma: storage.prisma, vault: parts.vault, now },
    pool: storage.pool,
    connector,
    webhookHosts: settings.webhookHosts,
    sendTest: createTestSender({ postTest, connector, publicUrl: settings.publicUrl, now }),
    windows: settings.pace,
    wake: parts.wake,
  };
  await app.register(configurationRoutes, { ...kept, signIn });
  await app.register(connectRoutes, {
    offer: parts.connectOffer,
    connector,
    publicUrl: settings.publicUrl,
    sandbox: settings.sandbox,
    signIn,
    kept,
  });
  await app.register(lookbackRoutes, { pool: storage.pool, connector, signIn, now });
  await app.register(scheduleRoutes, { signIn, now });
  await app.register(trialRoutes, {
    connector,
    signIn,
    webhookHosts: settings.webhookHosts,
    postTrial,
    now,
  });
  await app.register(previewRoutes, {
    publicUrl: settings.publicUrl,
    pool: storage.pool,
    connector,
    signIn,
    postBack: parts.onPressed && samplePostBack(settings.publicUrl),
    now,
  });
  await app.register(eventRoutes, { intake, checkApiKey, limit: limits.key, now });
  await app.register(cardActionRoutes, {
    context: { prisma: storage.prisma, vault: parts.vault, connector, publicUrl: settings.publicUrl, now },
    signIn: createSignIn(parts.verifyActionToken, limits.user),
    on: parts.onPressed !== undefined,
    onPressed(result) {
      telemetry.pressed(result);
      parts.onPressed?.();
    },
  });
  await app.register(operateRoutes, {
    pool: storage.pool,
    prisma: storage.prisma,
    vault: parts.vault,
    connector,
    webhookHosts: settings.webhookHosts,
    windows: settings.pace,
    retentionDays: settings.retentionDays,
    sandbox: settings.sandbox,
    checkApiKey,
    limit: limits.key,
    engineStatus: parts.engineStatus,
    now,
    wake: parts.wake,
  });
  await app.register(packageRoutes, {
    pool: storage.pool,
    declaration: { connector, listing },
    settings,
    checkApiKey,
    limit: limits.key,
  });
  await app.register(githubRoutes, { intake, secrets: parts.githubSecrets, now });
  const signInOrigin = tokenOrigin(parts.signInOffer);
  await app.register(pages, {
    folder: BUILT_PAGES,
    pages: {
      ...Object.fromEntries(PAGES_WITH_SIGN_IN.map((page) => [page, { connect: signInOrigin }])),
      signin: { openedByOthers: true },
      connect: {},
      operate: { alone: true },
      'api/docs': {},
      ...(parts.sandbox && {
        sandbox: {},
        'sandbox/cards': {},
        'sandbox/playground': {},
        'sandbox/authorize': { openedByOthers: true },
        'sandbox/office365': {},
        'sandbox/office365/mail': {},
      }),
    },
  });

  await parts.sandbox?.register(app);
  return app;
}
