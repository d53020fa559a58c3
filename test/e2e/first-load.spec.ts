import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pageSize } from '../pages/page-sizes.ts';
import { startSandboxServer, type TestServer } from './server.ts';

/** What the first load of a page may weigh, in bytes of script after gzip. */
const LIMITS_BYTES = { config: 150_000, channel: 154_000, event: 133_000, remove: 130_000, signin: 120_000 };
const BUILT_PAGES = join(import.meta.dirname, '../../dist/web');

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

for (const [page, limit] of Object.entries(LIMITS_BYTES)) {
  test(`/${page} needs little script before it can be used`, () => {
    const { gzip, scripts } = pageSize(BUILT_PAGES, page);
    expect(scripts).toBeGreaterThan(1);
    expect(gzip).toBeLessThanOrEqual(limit);
  });
}

test('something is seen of a page as soon as its HTML is there, under the policy of the server', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', ({ text }) => complaints.push(text()));
  // The line is so slow that nothing else ever comes.
  await page.route('**/assets/**', () => undefined);
  await page.goto(`${server.origin}/config`, { waitUntil: 'commit' });
  const field = page.locator('.shell-bar-field').first();
  await expect(field).toBeVisible();
  await expect(field).toHaveCSS('height', '56px');
  expect(complaints).toEqual([]);
});

test('scripts come compressed', async ({ request }) => {
  const html = await (await request.get(`${server.origin}/config`)).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const answer = await request.get(`${server.origin}${script}`, { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers()['content-encoding']).toBe('gzip');
});
