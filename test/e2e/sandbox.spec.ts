import { expect, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';
import { walk } from './walk.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

test('a channel is configured, gets cards, is edited, and is removed', async ({ page }) => {
  const errors = await watchConsole(page);
  await page.goto(`${server.origin}/sandbox`);
  await walk({
    page,
    async sendPush() {
      await page.getByRole('combobox', { name: 'Sample event' }).selectOption('GitHub: push');
      await page.getByRole('button', { name: 'Send' }).click();
      const status = page.getByRole('region', { name: 'Send an event' }).getByRole('status');
      await expect(status).toContainText('Accepted.');
      return Number(/to (\d+) channel/.exec((await status.textContent()) ?? '')?.[1] ?? 0);
    },
    async refresh() {},
  });
  expect(errors).toEqual([]);
});
