import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { startSandboxServer, type TestServer } from './server.ts';

/** What the first load of the configuration page may weigh, in bytes of script after gzip. */
const LIMIT_BYTES = 145_000;

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

test('the configuration page needs little script before it can be used', async ({ request }) => {
  const page = await (await request.get(`${server.origin}/config`)).text();
  // The entry, and all that the build found it to import: later loads are not named in the page.
  const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(1);
  let bytes = 0;
  for (const path of scripts)
    bytes += gzipSync(await (await request.get(`${server.origin}${path}`)).body()).length;
  expect(bytes).toBeLessThan(LIMIT_BYTES);
});
