import { createLocalJWKSet } from 'jose';
import type { Configuration, DeliveryPage } from '../server/configurations/schema.ts';
import type { Event } from '../server/events/event.ts';
import { drawApiKey, storeApiKey } from '../server/identity/api-keys.ts';
import { ACTIONS_APP } from '../server/identity/entra.ts';
import { createLocalIssuer, type LocalIssuer } from '../server/identity/local-issuer.ts';
import { createLogger } from '../server/logger.ts';
import { run } from '../server/run.ts';
import { openStorage, type Storage } from '../server/storage/storage.ts';
import { newId } from './configuration-row.ts';
import { createTestDatabase } from './database.ts';
import { toCloudEvent } from './events.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { CLIENT_ID, ZOE } from './people.ts';
import { testSettings } from './settings.ts';

/** One database, one fake Teams, and as many servers as a test starts. */
export interface TestSite {
  databaseUrl: string;
  storage: Storage;
  teams: FakeTeams;
  /** `env` is what differs in its settings. */
  startNode(env?: NodeJS.ProcessEnv): Promise<TestNode>;
  close(): Promise<void>;
}

/** A whole server, reached over HTTP as its users reach it. */
export interface TestNode {
  port: number;
  /** Configures a channel for `task.created`, with this webhook; answers its id. */
  configure(webhookUrl: string): Promise<string>;
  setDestination(id: string, webhookUrl: string): Promise<void>;
  read(id: string): Promise<Configuration>;
  remove(id: string): Promise<void>;
  /** All deliveries of a configuration, oldest first. */
  deliveries(id: string): Promise<DeliveryPage['items']>;
  /** Sends events, and answers once they are acknowledged. */
  send(events: readonly Event[]): Promise<void>;
  /** Posts as a page does. */
  post(path: string, body: object): Promise<unknown>;
  /** Opens what never ends, as a page does. */
  open(path: string, init?: RequestInit): Promise<Response>;
  /** Presses a button of a card, as Microsoft does for a person: `body` is what the button holds. */
  press(body: string): Promise<Response>;
  stop(): Promise<void>;
}

export async function openTestSite(): Promise<TestSite> {
  const database = await createTestDatabase();
  const storage = openStorage({ databaseUrl: database.url, onError() {} });
  const teams = await startFakeTeams();
  const issuer = await createLocalIssuer(CLIENT_ID);
  const apiKey = drawApiKey();
  await storeApiKey(storage.prisma, apiKey, { name: 'of the tests', scopes: ['events'] });
  const nodes: TestNode[] = [];
  return {
    databaseUrl: database.url,
    storage,
    teams,
    async startNode(env = {}) {
      const node = await startNode({ DATABASE_URL: database.url, ...env }, teams, issuer, apiKey);
      nodes.push(node);
      return node;
    },
    async close() {
      // First: a stop waits for the posts under way, and some are never answered.
      await teams.close();
      await Promise.all(nodes.map((node) => node.stop()));
      await storage.close();
      await database.drop();
    },
  };
}

async function startNode(
  env: NodeJS.ProcessEnv,
  { connect }: FakeTeams,
  issuer: LocalIssuer,
  apiKey: string,
): Promise<TestNode> {
  const settings = testSettings(env);
  const running = await run(settings, createLogger(settings), {
    connect,
    keys: createLocalJWKSet(issuer.keys),
  });
  const origin = `http://127.0.0.1:${running.port}`;
  let stopped: Promise<void> | undefined;

  async function call<Answer>(bearer: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${bearer}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text || 'null');
  }
  const asZoe = async <Answer>(method: string, path: string, body?: unknown) =>
    call<Answer>(await issuer.sign(ZOE), method, path, body);
  const setDestination = async (id: string, url: string) => {
    await asZoe('PUT', `/api/configurations/${id}/destination`, { url });
  };

  return {
    port: running.port,
    async configure(webhookUrl) {
      const wanted = { creationKey: newId(), name: 'Tasks', eventTypes: ['task.created'], language: 'en' };
      const { id } = await asZoe<Configuration>('POST', '/api/configurations', {
        ...wanted,
        host: { kind: 'tab' },
      });
      await setDestination(id, webhookUrl);
      return id;
    },
    setDestination,
    read: (id) => asZoe('GET', `/api/configurations/${id}`),
    remove: (id) => asZoe('DELETE', `/api/configurations/${id}`),
    async deliveries(id) {
      const { items } = await asZoe<DeliveryPage>('GET', `/api/configurations/${id}/deliveries`);
      return items.reverse();
    },
    async send(events) {
      await call(apiKey, 'POST', '/api/events', events.map(toCloudEvent));
    },
    post: (path, body) => asZoe('POST', path, body),
    async open(path, init) {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${await issuer.sign(ZOE)}`);
      return fetch(`${origin}${path}`, { ...init, headers });
    },
    async press(body) {
      const token = await issuer.sign(ZOE, { azp: ACTIONS_APP });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      return fetch(`${origin}/api/card-actions`, { method: 'POST', headers, body });
    },
    stop() {
      stopped ??= running.stop();
      return stopped;
    },
  };
}
