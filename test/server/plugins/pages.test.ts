import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../../server/plugins/pages.ts';
import { answerError, problems } from '../../../server/plugins/problems.ts';
import { securityHeaders } from '../../../server/plugins/security-headers.ts';

const RULES = 'body{margin:0}';

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cardwire-pages-'));
  for (const name of ['web/config', 'web/assets', 'web/hidden'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'web/config/index.html'), `<title>Config</title><style>${RULES}</style>`);
  writeFileSync(join(folder, 'web/hidden/index.html'), '<title>Hidden</title>');
  writeFileSync(join(folder, 'web/assets/config-abc123.js'), 'run()');
  writeFileSync(join(folder, 'web/assets/config-abc123.js.br'), 'run() in Brotli');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  app = Fastify({ frameworkErrors: answerError });
  await app.register(problems);
  await app.register(securityHeaders, { frameAncestors: [], sandbox: false, https: true });
  await app.register(pages, { folder: join(folder, 'web'), pages: { config: {}, remove: {} } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a page is sent as it was built, and asked for anew each time', async () => {
  const answer = await app.inject('/config?theme=dark');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('<title>Config</title>');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
});

it('rules that stand in a page are allowed by their hash, and no others', async () => {
  const hash = createHash('sha256').update(RULES).digest('base64');
  const policy = String((await app.inject('/config')).headers['content-security-policy']);
  expect(policy).toContain(`'sha256-${hash}'`);
  expect(policy).not.toContain('unsafe-inline');
  const other = await app.inject('/remove');
  expect(other.headers['content-security-policy']).not.toContain(hash);
});

it('a page that is known but not built says what to do', async () => {
  const answer = await app.inject('/remove');
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'not-found', detail: expect.stringMatching('npm run build') });
});

it('its files are kept by browsers for good', async () => {
  const answer = await app.inject('/assets/config-abc123.js');
  expect(answer.body).toBe('run()');
  writeFileSync(join(folder, 'web/assets/config-abc123.js.br'), 'run() in Brotli');
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

it('its files are sent compressed to those who take that', async () => {
  const answer = await app.inject({
    url: '/assets/config-abc123.js',
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringMatching('javascript'),
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect(answer.body).toBe('run() in Brotli');
});

describe('nothing else is sent', () => {
  it.each([
    '/hidden',
    '/config/index.html',
    '/assets/',
    '/assets/missing.js',
    '/assets/../config/index.html',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets//etc/passwd',
    '/assets/config-abc123.js%00.txt',
  ])('for %s', async (url) => {
    const answer = await app.inject(url);
    expect([400, 403, 404]).toContain(answer.statusCode);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body).not.toMatch(/secret"|<title>|root:/);
  });
});
