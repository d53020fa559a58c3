import { expect, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

test('the operator signs in with a click, makes a key, and sees what is sent with it', async ({ page }) => {
  const errors = await watchConsole(page);
  await page.goto(`${server.origin}/operate`);
  await page.getByRole('button', { name: 'Use the sandbox’s key' }).click();
  await expect(page.getByRole('heading', { name: 'Answer time, each minute' })).toBeVisible();

  await page.getByRole('link', { name: 'Keys' }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Name').fill('CI');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.getByRole('textbox', { name: 'CI' }).inputValue();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  const sent = await fetch(`${server.origin}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'task.created', title: 'Order the cake' }),
  });
  expect(sent.status).toBe(202);

  await page.getByRole('link', { name: 'Event types' }).click();
  await expect(page.getByRole('link', { name: 'Events, Task created: 1' })).toBeVisible();
  await page.getByRole('link', { name: 'Trail' }).click();
  await expect(page.getByText('made a key')).toBeVisible();
  await page.reload();
  await expect(page.getByText('made a key')).toBeVisible();
  expect(page.url()).not.toContain('cw_');
  expect(errors).toEqual([]);
});
