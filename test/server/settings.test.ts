import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';
import { StartError } from '../../server/start-error.ts';

const CLIENT = '11111111-2222-4333-8444-555555555555';
const TENANT = '66666666-7777-4888-8999-aaaaaaaaaaaa';
const OTHER_TENANT = 'bbbbbbbb-7777-4888-8999-aaaaaaaaaaaa';
const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');

/** All that production needs. */
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://cardwire.example.com',
  DATABASE_URL: 'postgresql://cardwire:pass@db.example.com:5432/cardwire',
  SECRET_KEYS: key(1),
  ENTRA_CLIENT_ID: CLIENT,
  ENTRA_TENANTS: TENANT,
};

/** The message of the refusal; fails when there is none. */
function refusal(env: NodeJS.ProcessEnv): string {
  try {
    readSettings(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('these settings were taken');
}

/** Of the refusal, the lines that complain. */
const complaints = (env: NodeJS.ProcessEnv) => refusal(env).split('\n').slice(1);

it('needs nothing at all outside production: the sandbox is on and the database embedded', () => {
  expect(readSettings({})).toMatchObject({
    production: false,
    sandbox: true,
    publicUrl: 'http://localhost:3978',
    host: 'localhost',
    port: 3978,
    databaseUrl: undefined,
    dataDir: resolve('data'),
    secretKeys: [],
    entra: undefined,
    githubSecrets: [],
    pace: [
      { posts: 4, ms: 1_000 },
      { posts: 60, ms: 30_000 },
    ],
    databaseConnections: 10,
    keyRequestsPerMinute: 60_000,
    trustedProxies: ['loopback', 'linklocal', 'uniquelocal'],
    retentionDays: 30,
    traceEndpoint: undefined,
    logLevel: 'warn',
  });
});

it('takes Microsoft’s hosts and Teams’ origins unless others are named', () => {
  const { webhookHosts, frameAncestors } = readSettings({});
  expect(webhookHosts).toContain('webhook.office.com');
  expect(frameAncestors).toContain('https://teams.microsoft.com');
});

it('runs in production with what production needs: without the sandbox, on every address', () => {
  expect(readSettings(PRODUCTION)).toMatchObject({
    production: true,
    sandbox: false,
    publicUrl: 'https://cardwire.example.com',
    host: '0.0.0.0',
    databaseUrl: PRODUCTION.DATABASE_URL,
    secretKeys: [Buffer.alloc(32, 1)],
    entra: { clientId: CLIENT, tenants: [TENANT], cloud: 'public' },
    logLevel: 'info',
  });
});

it('counts an empty variable, and one of spaces, as not set', () => {
  const empty = { PORT: '', HOST: ' ', DATABASE_URL: '', SECRET_KEYS: '\t', ENTRA_TENANTS: '', SANDBOX: ' ' };
  expect(readSettings(empty)).toEqual(readSettings({}));
});

describe('takes', () => {
  const entra = { ENTRA_CLIENT_ID: CLIENT, ENTRA_TENANTS: TENANT };
  it.each([
    ['a port', { PORT: '8080' }, { port: 8080, publicUrl: 'http://localhost:8080' }],
    ['port 0, for a free one', { PORT: '0' }, { port: 0 }],
    ['the highest port', { PORT: '65535' }, { port: 65_535 }],
    ['an address to listen on', { HOST: '127.0.0.1' }, { host: '127.0.0.1' }],
    ['a public address', { PUBLIC_URL: 'https://a.example/' }, { publicUrl: 'https://a.example' }],
    ['one with a port', { PUBLIC_URL: ' http://a.example:81 ' }, { publicUrl: 'http://a.example:81' }],
    ['a database', { DATABASE_URL: 'postgres://u@h/d' }, { databaseUrl: 'postgres://u@h/d' }],
    ['a data folder', { DATA_DIR: 'elsewhere' }, { dataDir: resolve('elsewhere') }],
    [
      'two keys',
      { SECRET_KEYS: `${key(1)}, ${key(2)},` },
      { secretKeys: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] },
    ],
    ['hosts', { WEBHOOK_HOSTS: 'A.example, b.c.example' }, { webhookHosts: ['a.example', 'b.c.example'] }],
    ['networks', { WEBHOOK_NETWORKS: '10.20.0.0/16' }, { webhookNetworks: ['10.20.0.0/16'] }],
    [
      'origins, by spaces and commas',
      { FRAME_ANCESTORS: 'https://a.example,https://*.b.example  https://c.example:8443' },
      { frameAncestors: ['https://a.example', 'https://*.b.example', 'https://c.example:8443'] },
    ],
    ['secrets of GitHub', { GITHUB_WEBHOOK_SECRET: 'new, old' }, { githubSecrets: ['new', 'old'] }],
    [
      'a pace, in seconds, minutes and hours',
      { PACE: '1/1s, 100/1h,30/2m' },
      {
        pace: [
          { posts: 1, ms: 1_000 },
          { posts: 100, ms: 3_600_000 },
          { posts: 30, ms: 120_000 },
        ],
      },
    ],
    ['the widest window', { PACE: '1000/24h' }, { pace: [{ posts: 1_000, ms: 86_400_000 }] }],
    ['a small database', { DATABASE_CONNECTIONS: '4' }, { databaseConnections: 4 }],
    ['a slow sender', { KEY_REQUESTS_PER_MINUTE: '1' }, { keyRequestsPerMinute: 1 }],
    [
      'proxies',
      { TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1' },
      { trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::1'] },
    ],
    ['no proxy', { TRUSTED_PROXIES: 'none' }, { trustedProxies: [] }],
    ['a day of retention', { RETENTION_DAYS: '1' }, { retentionDays: 1 }],
    ['ten years of it', { RETENTION_DAYS: '3650' }, { retentionDays: 3_650 }],
    [
      'a collector',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a.example:4318' },
      { traceEndpoint: 'http://a.example:4318' },
    ],
    [
      'one below a path',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a.example/otlp/' },
      { traceEndpoint: 'https://a.example/otlp' },
    ],
    ['the sandbox off', { SANDBOX: 'off' }, { sandbox: false, host: '0.0.0.0', logLevel: 'info' }],
    ['the sandbox on', { SANDBOX: 'Yes' }, { sandbox: true }],
    ['a level', { LOG_LEVEL: 'DEBUG' }, { logLevel: 'debug' }],
    [
      'who may sign in',
      { ENTRA_CLIENT_ID: CLIENT.toUpperCase(), ENTRA_TENANTS: `${TENANT.toUpperCase()}, ${OTHER_TENANT}` },
      { entra: { clientId: CLIENT, tenants: [TENANT, OTHER_TENANT], cloud: 'public' } },
    ],
    ['a cloud', { ...entra, ENTRA_CLOUD: 'us-government' }, { entra: { cloud: 'us-government' } }],
    ['another cloud', { ...entra, ENTRA_CLOUD: 'China' }, { entra: { cloud: 'china' } }],
    [
      'the hosts of a cloud, which embed its pages',
      { ...entra, ENTRA_CLOUD: 'us-government' },
      { frameAncestors: expect.arrayContaining(['https://*.teams.microsoft.us', 'https://*.office365.us']) },
    ],
    [
      'others in their place',
      { ...entra, ENTRA_CLOUD: 'us-government', FRAME_ANCESTORS: 'https://a.example' },
      { frameAncestors: ['https://a.example'] },
    ],
  ])('%s', (_what, env, settings) => {
    expect(readSettings(env)).toMatchObject(settings);
  });
});

describe('refuses', () => {
  it.each([
    ['PORT', ['x', '-1', '65536', '80.5', '1e3', '0x50', '99999999999999999999']],
    [
      'PUBLIC_URL',
      [
        'cardwire',
        'ftp://a.example',
        'https://a.example/path',
        'https://a.example/?x',
        'https://a.example/#x',
        'https://u:p@a.example',
        'javascript:alert(1)',
      ],
    ],
    ['DATABASE_URL', ['db.example.com', 'mysql://u:p@h/d', '/var/run/postgresql']],
    ['SECRET_KEYS', ['short', key(1).slice(4), `${key(1)},short`, `${key(1)}${key(2)}`, ',']],
    ['ENTRA_CLIENT_ID', ['cardwire', CLIENT.slice(1), `{${CLIENT}}`]],
    ['ENTRA_TENANTS', ['contoso.onmicrosoft.com', 'common', `${TENANT} ${OTHER_TENANT}`, ',']],
    ['ENTRA_CLOUD', ['germany', 'us']],
    [
      'WEBHOOK_HOSTS',
      ['https://a.example', '*.a.example', 'localhost', '10.0.0.1', 'a.example/path', 'a.example:444', ','],
    ],
    [
      'FRAME_ANCESTORS',
      [
        '*',
        'http://a.example',
        'a.example',
        "'self'",
        'https://*',
        'https://a.example/path',
        "https://a.example;script-src 'unsafe-inline'",
        'https://a.*.example',
        ',',
      ],
    ],
    ['GITHUB_WEBHOOK_SECRET', [',', ' , ']],
    [
      'PACE',
      ['4', '4/1', '4/1d', '0/1s', '4/0s', '1001/1s', '1/25h', '-1/1s', '4/1s,', ',', '4 / 1 s', '1.5/1s'],
    ],
    ['DATABASE_CONNECTIONS', ['0', '3', '201', '5.5', 'many']],
    ['KEY_REQUESTS_PER_MINUTE', ['0', '-1', '1.5', 'many', '100000000']],
    ['TRUSTED_PROXIES', ['proxy.example', '10.0.0.0/33', '10.0.0/8', '::1/129', '10.0.0.1/8/8', 'none,::1']],
    ['RETENTION_DAYS', ['0', '3651', '1.5', '-1', 'ever', '30d']],
    [
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      [
        'collector:4318',
        'grpc://a.example',
        'http://u:p@a.example',
        'http://a.example/?x',
        'http://a.example/#x',
      ],
    ],
    ['SANDBOX', ['maybe', '2', 'enabled']],
    ['LOG_LEVEL', ['loud', 'warning']],
  ])('what is no %s, by its name', (name, values) => {
    // Both are set together, so each is given beside a good other.
    const others = { ENTRA_CLIENT_ID: CLIENT, ENTRA_TENANTS: TENANT };
    for (const value of values) {
      const lines = complaints({ ...others, [name]: value });
      expect(lines, value).toHaveLength(1);
      expect(lines[0], value).toMatch(new RegExp(`^  - ${name} must .{10,}\\.$`));
    }
  });

  it.each([
    ['ENTRA_TENANTS', { ENTRA_CLIENT_ID: CLIENT }],
    ['ENTRA_CLIENT_ID', { ENTRA_TENANTS: TENANT }],
  ])('one half of the sign-in: %s is missing then', (name, env) => {
    expect(complaints(env)).toEqual([expect.stringMatching(`^  - ${name} is missing`)]);
  });

  it('everything that is wrong in one message, a line each', () => {
    const lines = complaints({ PORT: 'x', PUBLIC_URL: 'x', DATABASE_URL: 'x', SANDBOX: 'x', LOG_LEVEL: 'x' });
    expect(lines.map((line) => line.split(' ')[3])).toEqual([
      'PORT',
      'SANDBOX',
      'PUBLIC_URL',
      'DATABASE_URL',
      'LOG_LEVEL',
    ]);
  });
});

describe('production', () => {
  it('lists everything that it needs', () => {
    const lines = complaints({ NODE_ENV: 'production' });
    expect(lines.map((line) => line.split(' ')[3])).toEqual([
      'ENTRA_CLIENT_ID',
      'ENTRA_TENANTS',
      'PUBLIC_URL',
      'DATABASE_URL',
      'SECRET_KEYS',
    ]);
  });

  it.each(Object.keys(PRODUCTION).filter((name) => name !== 'NODE_ENV'))(
    'refuses to start without %s',
    (name) => {
      for (const nothing of [undefined, '', '  ']) {
        expect(complaints({ ...PRODUCTION, [name]: nothing })).toEqual([
          expect.stringMatching(new RegExp(`^  - ${name} is missing`)),
        ]);
      }
    },
  );

  it('refuses the sandbox, in which anybody could sign in', () => {
    expect(complaints({ ...PRODUCTION, SANDBOX: 'on' })).toEqual([expect.stringContaining('SANDBOX')]);
  });

  it('refuses an address without https', () => {
    const env = { ...PRODUCTION, PUBLIC_URL: 'http://cardwire.example.com' };
    expect(complaints(env)).toEqual([expect.stringMatching('PUBLIC_URL must begin with https://')]);
  });

  it('complains once about a value that is wrong, not also that it is missing', () => {
    for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'SECRET_KEYS', 'ENTRA_CLIENT_ID', 'ENTRA_TENANTS']) {
      expect(complaints({ ...PRODUCTION, [name]: 'wrong' }), name).toHaveLength(1);
    }
  });
});

it('never repeats a value that is or may be a secret', () => {
  const value = fc
    .stringMatching(/^[!-~]{12,40}$/)
    .filter((text) => !['postgresql', 'openssl rand', 'separated'].some((word) => word.includes(text)));
  fc.assert(
    fc.property(value, value, value, (database, secretKey, github) => {
      const env = { DATABASE_URL: `mysql://u:${database}@h`, SECRET_KEYS: secretKey, PORT: 'x' };
      const message = refusal({ ...env, GITHUB_WEBHOOK_SECRET: github });
      for (const hidden of [database, secretKey, github]) expect(message).not.toContain(hidden);
    }),
  );
});

describe('pressed buttons', () => {
  const ACTION_URL = 'https://tasks.example.com/actions?key=1';
  const ACTION_SECRET = `whsec_${key(1)}`;

  it('are passed on to an address, signed with every secret', () => {
    expect(readSettings({ ACTION_URL, ACTION_SECRET: `${ACTION_SECRET}, ${key(2)}` }).actions).toEqual({
      url: ACTION_URL,
      secrets: [ACTION_SECRET, key(2)],
    });
    expect(readSettings({}).actions).toBeUndefined();
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['an address without a secret', { ACTION_URL }, /ACTION_SECRET is missing/],
    ['a secret without an address', { ACTION_SECRET }, /ACTION_URL is missing/],
    ['no address', { ACTION_URL: 'tasks', ACTION_SECRET }, /ACTION_URL must be/],
    [
      'a password in the address',
      { ACTION_URL: 'https://a:b@c.example', ACTION_SECRET },
      /ACTION_URL must be/,
    ],
    [
      'a secret that is too short',
      { ACTION_URL, ACTION_SECRET: 'whsec_c2hvcnQ=' },
      /ACTION_SECRET must hold/,
    ],
    ['a secret that is no base64', { ACTION_URL, ACTION_SECRET: '%'.repeat(40) }, /ACTION_SECRET must hold/],
  ])('refuse %s, without repeating it', (_what, env, complaint) => {
    expect(complaints(env).some((line) => complaint.test(line))).toBe(true);
    expect(refusal(env)).not.toMatch(/a:b@|c2hvcnQ/);
  });
});
