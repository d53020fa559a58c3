import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createLocalJWKSet } from 'jose';
import { type Connector, connector as ours } from '../manifest/connector.ts';
import { buildApp } from '../server/app.ts';
import { office365Offer } from '../server/connect/offer.ts';
import type { EngineStatus } from '../server/delivery/engine.ts';
import { createPoster } from '../server/destinations/post.ts';
import type { Event } from '../server/events/event.ts';
import { drawApiKey, type Scope, storeApiKey } from '../server/identity/api-keys.ts';
import { createTokenVerifier } from '../server/identity/entra.ts';
import { entraOffer } from '../server/identity/entra-offer.ts';
import { createLocalIssuer, type LocalIssuer, type LocalPerson } from '../server/identity/local-issuer.ts';
import { createLogger } from '../server/logger.ts';
import { openStorage, type Storage } from '../server/storage/storage.ts';
import { createVault, type Vault } from '../server/storage/vault.ts';
import { createTelemetry } from '../server/telemetry/telemetry.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { toCloudEvent } from './events.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { CLIENT_ID, ZOE } from './people.ts';
import { testSettings } from './settings.ts';

/** The whole HTTP surface on a database of its own; test cards are posted, and nothing else. */
export interface TestApp {
  app: FastifyInstance;
  database: TestDatabase;
  storage: Storage;
  vault: Vault;
  issuer: LocalIssuer;
  /** Configurations that the delivery room was told of. */
  woken: string[];
  /** Lines of the log. */
  log: string[];
  /** The time of the server: set it as you like. */
  clock: { now: Date };
  /** What the delivery room, which is not there, says of itself. */
  engine: { status: EngineStatus | undefined };
  /** Where test cards go. */
  teams: FakeTeams;
  /** Sends a request as a person who signed in; a body that is no text is sent as JSON. */
  as(
    person: LocalPerson,
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: unknown,
  ): Promise<LightMyRequestResponse>;
  /** A key for senders or operators, stored. */
  newKey(...scopes: Scope[]): Promise<string>;
  /** Sends events as a sender does. */
  send(events: readonly Event[]): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** `sibling` is another node on the same database, which stays that one's. */
export async function startTestApp(
  env: NodeJS.ProcessEnv = {},
  connector: Connector = ours,
  sibling?: TestApp,
): Promise<TestApp> {
  const settings = testSettings(env);
  const database = sibling?.database ?? (await createTestDatabase());
  const storage = openStorage({ databaseUrl: database.url, onError() {} });
  const vault = createVault(settings.secretKeys);
  const issuer = await createLocalIssuer(CLIENT_ID);
  const woken: string[] = [];
  const log: string[] = [];
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  const engine: TestApp['engine'] = {
    status: { shards: 64, nodes: 1, renewedAgoMs: 0, lanes: 0, posts: 0, stopping: false },
  };
  const logger = createLogger(
    { logLevel: 'info', production: true },
    { write: (line) => void log.push(line) },
  );
  const engineStatus = () => engine.status;
  const teams = await startFakeTeams();
  const poster = createPoster({ connect: teams.connect });
  const app = await buildApp({
    settings,
    storage,
    vault,
    poster,
    connector,
    // Tokens are signed by the machine's clock.
    verifyToken: createTokenVerifier({
      clientId: CLIENT_ID,
      tenants: settings.entra?.tenants ?? [],
      cloud: 'public',
      keys: createLocalJWKSet(issuer.keys),
    }),
    verifyActionToken: createTokenVerifier({
      clientId: CLIENT_ID,
      tenants: settings.entra?.tenants ?? [],
      cloud: 'public',
      use: 'card-actions',
      keys: createLocalJWKSet(issuer.keys),
    }),
    onPressed: settings.actions && (() => {}),
    signInOffer: entraOffer(
      { clientId: CLIENT_ID, tenants: [ZOE.tenantId], cloud: 'public' },
      settings.publicUrl,
    ),
    connectOffer: office365Offer(settings),
    githubSecrets: settings.githubSecrets,
    logger,
    onAccepted() {},
    wake: async (ids) => void woken.push(...ids),
    engineStatus,
    telemetry: createTelemetry({ pool: storage.pool, logger, engineStatus, tracing: undefined }),
    now: () => clock.now,
    sandbox: undefined,
  });
  const newKey = async (...scopes: Scope[]) => {
    const key = drawApiKey();
    await storeApiKey(storage.prisma, key, { name: 'of a test', scopes });
    return key;
  };
  const senderKey = await newKey('events');
  return {
    app,
    database,
    storage,
    vault,
    issuer,
    woken,
    log,
    clock,
    engine,
    teams,
    async as(person, method, url, body) {
      const headers = {
        authorization: `Bearer ${await issuer.sign(person)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      return app.inject(payload === undefined ? { method, url, headers } : { method, url, headers, payload });
    },
    newKey,
    send: (events) =>
      app.inject({
        method: 'POST',
        url: '/api/events',
        headers: { authorization: `Bearer ${senderKey}` },
        payload: events.map(toCloudEvent),
      }),
    async close() {
      await app.close();
      teams.hangUp();
      await poster.close();
      await teams.close();
      await storage.close();
      if (!sibling) await database.drop();
    },
  };
}
