import { resolve } from 'node:path';
import type { ActionTarget } from './card-actions/forward.ts';
import { parseActionSecret, parseActionUrl } from './card-actions/parse-target.ts';
import { DEFAULT_WINDOWS, type PaceWindow } from './delivery/pace.ts';
import { parseWindows } from './delivery/parse-windows.ts';
import { DEFAULT_WEBHOOK_HOSTS } from './destinations/recognise.ts';
import { parseWebhookNetworks } from './destinations/webhook-networks.ts';
import { FRAME_ANCESTORS } from './plugins/frame-ancestors.ts';
import {
  oneOf,
  PRIVATE_NETWORKS,
  parseConnections,
  parseCount,
  parseDatabaseUrl,
  parseDays,
  parseEndpoint,
  parseFrameAncestors,
  parseGuid,
  parseHosts,
  parseList,
  parseNetworks,
  parseOrigin,
  parsePort,
  parseSecretKeys,
  parseSwitch,
} from './setting-values.ts';
import { StartError } from './start-error.ts';

/** Microsoft's clouds: they differ in where tokens come from. */
const ENTRA_CLOUDS = ['public', 'us-government', 'china'] as const;
export type EntraCloud = (typeof ENTRA_CLOUDS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment asks for, checked and with its defaults. See docs/settings.md. */
export interface Settings {
  production: boolean;
  sandbox: boolean;
  /** Where browsers reach this server, without a slash at the end. */
  publicUrl: string;
  host: string;
  port: number;
  /** Undefined: embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  /** How many connections to the database a node opens at the most, besides the one that listens. */
  databaseConnections: number;
  dataDir: string;
  /** 32 bytes each. The first encrypts, all decrypt. Empty: one that the data folder keeps. */
  secretKeys: Buffer[];
  /** Undefined: only the sandbox's own sign-in works. */
  entra: { clientId: string; tenants: string[]; cloud: EntraCloud } | undefined;
  /** The id in Microsoft's developer dashboard for connectors; undefined: Connect to Office 365 is off. */
  connectorId: string | undefined;
  /** The id of the app package; undefined: one that follows from the host of `publicUrl`. */
  teamsAppId: string | undefined;
  webhookHosts: string[];
  /** Private networks that the names of those hosts may lead to. */
  webhookNetworks: string[];
  frameAncestors: string[];
  /** Empty: the source is off (in the sandbox, a secret of the data folder). */
  githubSecrets: string[];
  /** Where pressed buttons are passed on to, and what signs it; undefined: cards have no such buttons. */
  actions: ActionTarget | undefined;
  /** How fast a channel may be posted to. */
  pace: readonly PaceWindow[];
  /** How many requests one API key may send to one node within a minute. */
  keyRequestsPerMinute: number;
  /** Proxies whose word counts for where a request comes from. */
  trustedProxies: string[];
  /** Events and deliveries that are older may be removed. */
  retentionDays: number;
  /** Where traces go, without `/v1/traces`; undefined: none are made. */
  traceEndpoint: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads the settings from environment variables. Throws one StartError that lists everything that is wrong.
 * An empty variable counts as not set.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const wrong: string[] = [];
  const given = (name: string) => env[name]?.trim() || undefined;

  /** Reads one variable; what `parse` throws is the complaint about it. */
  const read = <T>(name: string, fallback: T, parse: (value: string) => T): T => {
    const value = given(name);
    if (!value) return fallback;
    try {
      return parse(value);
    } catch (error) {
      wrong.push(`${name} ${error instanceof Error ? error.message : String(error)}`);
      return fallback;
    }
  };

  const production = env.NODE_ENV === 'production';
  const port = read('PORT', 3978, parsePort);
  const sandbox = read('SANDBOX', !production, parseSwitch);
  const settings: Settings = {
    production,
    sandbox,
    publicUrl: read('PUBLIC_URL', `http://localhost:${port}`, parseOrigin),
    host: read('HOST', sandbox ? 'localhost' : '0.0.0.0', (value) => value),
    port,
    databaseUrl: read<string | undefined>('DATABASE_URL', undefined, parseDatabaseUrl),
    databaseConnections: read('DATABASE_CONNECTIONS', 10, parseConnections),
    dataDir: resolve(read('DATA_DIR', 'data', (value) => value)),
    secretKeys: read('SECRET_KEYS', [], parseSecretKeys),
    entra: undefined,
    connectorId: read<string | undefined>('CONNECTOR_ID', undefined, parseGuid),
    teamsAppId: read<string | undefined>('TEAMS_APP_ID', undefined, parseGuid),
    webhookHosts: read('WEBHOOK_HOSTS', [...DEFAULT_WEBHOOK_HOSTS], parseHosts),
    webhookNetworks: read('WEBHOOK_NETWORKS', [], parseWebhookNetworks),
    frameAncestors: [],
    githubSecrets: read('GITHUB_WEBHOOK_SECRET', [], parseList),
    actions: undefined,
    pace: read('PACE', DEFAULT_WINDOWS, parseWindows),
    keyRequestsPerMinute: read('KEY_REQUESTS_PER_MINUTE', 60_000, parseCount),
    trustedProxies: read('TRUSTED_PROXIES', PRIVATE_NETWORKS, parseNetworks),
    retentionDays: read('RETENTION_DAYS', 30, parseDays),
    traceEndpoint: read<string | undefined>('OTEL_EXPORTER_OTLP_ENDPOINT', undefined, parseEndpoint),
    logLevel: read('LOG_LEVEL', sandbox ? 'warn' : 'info', (value) => oneOf(LOG_LEVELS, value)),
  };

  const clientId = read<string | undefined>('ENTRA_CLIENT_ID', undefined, parseGuid);
  const tenants = read('ENTRA_TENANTS', [], (value) => parseList(value).map(parseGuid));
  const cloud = read<EntraCloud>('ENTRA_CLOUD', 'public', (value) => oneOf(ENTRA_CLOUDS, value));
  if (clientId && tenants.length > 0) settings.entra = { clientId, tenants, cloud };
  settings.frameAncestors = read('FRAME_ANCESTORS', [...FRAME_ANCESTORS[cloud]], parseFrameAncestors);

  const url = read<string | undefined>('ACTION_URL', undefined, parseActionUrl);
  const secrets = read('ACTION_SECRET', [], (value) => parseList(value).map(parseActionSecret));
  if (url && secrets.length > 0) settings.actions = { url, secrets };
  if (given('ACTION_URL') && !given('ACTION_SECRET'))
    wrong.push('ACTION_SECRET is missing: it signs what goes to ACTION_URL.');
  if (given('ACTION_SECRET') && !given('ACTION_URL'))
    wrong.push('ACTION_URL is missing: where pressed buttons are passed on to.');

  // One half of the sign-in is of no use without the other, anywhere.
  const signIn = production || given('ENTRA_CLIENT_ID') || given('ENTRA_TENANTS');
  if (signIn && !given('ENTRA_CLIENT_ID'))
    wrong.push('ENTRA_CLIENT_ID is missing: the id of your app registration in Entra.');
  if (signIn && !given('ENTRA_TENANTS'))
    wrong.push('ENTRA_TENANTS is missing: the ids of the organisations that may use the connector.');

  if (production) {
    if (sandbox) wrong.push('SANDBOX cannot be on in production: anybody could sign in.');
    if (!given('PUBLIC_URL')) wrong.push('PUBLIC_URL is missing: the https address that Teams opens.');
    else if (/^http:/i.test(given('PUBLIC_URL') ?? ''))
      wrong.push('PUBLIC_URL must begin with https:// in production.');
    if (!given('DATABASE_URL'))
      wrong.push('DATABASE_URL is missing: the PostgreSQL server to keep everything in.');
    if (!given('SECRET_KEYS'))
      wrong.push('SECRET_KEYS is missing: 32 random bytes in base64 (openssl rand -base64 32).');
  }
  if (wrong.length > 0)
    throw new StartError(`These settings are not right:\n${wrong.map((line) => `  - ${line}`).join('\n')}`);
  return settings;
}
