import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../../server/plugins/pages.ts';
import { answerError, problems } from '../../../server/plugins/problems.ts';

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cardwire-pages-'));
  for (const name of ['web/config', 'web/assets', 'web/hidden'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'web/config/index.html'), '<title>Config</title>');
  writeFileSync(join(folder, 'web/hidden/index.html'), '<title>Hidden</title>');
  writeFileSync(join(folder, 'web/assets/config-abc123.js'), 'run()');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  app = Fastify({ frameworkErrors: answerError });
  await app.register(problems);
  await app.register(pages, { folder: join(folder, 'web'), pages: { config: {}, remove: {} } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a page is sent as it was built, and asked for anew each time', async () => {
  const answer = await app.inject('/config?theme=dark');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe('<title>Config</title>');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
});

it('a page that is known but not built says what to do', async () => {
  const answer = await app.inject('/remove');
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'not-found', detail: expect.stringMatching('npm run build') });
});

it('its files are kept by browsers for good', async () => {
  const answer = await app.inject('/assets/config-abc123.js');
  expect(answer.body).toBe('run()');
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
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
