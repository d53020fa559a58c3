import { expect, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

test('an event and a card are edited, seen in both forms, judged, and posted', async ({ page }) => {
  const complaints = await watchConsole(page);
  await page.goto(`${server.origin}/sandbox`);
  await page.getByRole('link', { name: 'Playground' }).click();
  const editor = page.getByRole('textbox', { name: 'JSON' });
  const workflow = page.getByRole('region', { name: 'Adaptive Card' });
  const connector = page.getByRole('region', { name: 'MessageCard' });

  // An event: both forms follow what is typed.
  await expect(workflow).toContainText('Repaint the north door');
  await editor.fill('{"type": "task.created", "title": "Order the cake"}');
  for (const form of [workflow, connector]) {
    await expect(form).toContainText('Order the cake');
    await expect(form).toContainText(/of 20,000 bytes/);
    await expect(form).toContainText('Nothing found.');
  }
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByText(/^Accepted\./)).toBeVisible();

  // What is no JSON is told, and what was there stays until it is some again.
  await editor.fill('{');
  await expect(page.getByText(/^This cannot be made into a card/)).toBeVisible();

  // A card with mistakes.
  await page.getByRole('button', { name: 'Begin with a card with mistakes' }).click();
  const findings = page.getByRole('list', { name: 'Findings in the Adaptive Card' });
  for (const words of [/^HTML/, /^Headings/, /wrap/, /no bot/, /OpenUrl/])
    await expect(findings.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);
  await expect(connector).toContainText('The channel would show nothing.');

  // A MessageCard, edited from what Cardwire made, posted through a connector.
  await page.getByRole('button', { name: 'Begin with an event' }).click();
  await expect(connector).toContainText('Repaint the north door');
  await connector.getByRole('button', { name: 'Edit this card' }).click();
  await expect(page.getByRole('radio', { name: 'A card' })).toBeChecked();
  await page.getByRole('combobox', { name: 'To' }).selectOption('General, through a connector');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByText(/^Posted\./)).toBeVisible();

  // A real address: only Microsoft's.
  await page.getByRole('combobox', { name: 'To' }).selectOption('A real address');
  await page
    .getByRole('textbox', { name: 'Webhook address' })
    .fill('https://169.254.169.254/webhookb2/a@b/c/d/e');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByText(/^The server refused this/)).toBeVisible();

  await page.getByRole('link', { name: 'Back to the sandbox' }).click();
  const { posts } = new Teams(page);
  await expect(posts).toHaveCount(2);
  await expect(posts.first()).toContainText('Order the cake');
  await expect(posts.last()).toContainText('Repaint the north door');
  // Refused once, as was meant to be.
  expect(complaints.filter((complaint) => !/40[0]/.test(complaint))).toEqual([]);
});
