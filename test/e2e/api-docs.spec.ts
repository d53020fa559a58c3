import { expect, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

test('developers read every call and try one, without anything of other servers', async ({ page }) => {
  const complaints = await watchConsole(page);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== server.origin) foreign.push(request.url());
  });
  await page.goto(`${server.origin}/api/docs`);
  const call = page.locator('.opblock', { hasText: 'What the connector offers' });
  await call.locator('.opblock-summary-control').click();
  await expect(call.getByText('Of the words in the answer.')).toBeVisible();
  await call.getByRole('button', { name: 'Try it out' }).click();
  await call.getByRole('button', { name: 'Execute' }).click();
  await expect(call.locator('.live-responses-table tbody .response-col_status')).toHaveText('200');
  expect([...foreign, ...complaints]).toEqual([]);
});
