import { expect, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

test('a task is marked as done on its card, which changes, and the system of tasks tells of it', async ({
  page,
}) => {
  const errors = await watchConsole(page);
  const teams = new Teams(page);
  await page.goto(`${server.origin}/sandbox`);
  const form = await teams.configureConnector();
  for (const kind of ['Task created', 'Task updated']) await teams.tick(form, kind);
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByText('General was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');

  await page.getByRole('combobox', { name: 'Sample event' }).selectOption('Task created');
  await page.getByRole('button', { name: 'Send' }).click();
  const card = teams.posts.filter({ hasText: 'New task: Repaint the north door' });
  await card.getByRole('button', { name: 'Mark as done' }).press('Enter');

  await expect(card.getByText('The task is done.')).toBeVisible();
  await expect(card.getByText(/Mark as done · Ada Marsh ·/)).toBeVisible();
  await expect(card.getByRole('button', { name: 'Mark as done' })).toBeHidden();
  const told = teams.posts.filter({ hasText: 'Task updated: Repaint the north door' });
  await expect(told.getByText('Done', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});
