import { expect, type Page, test } from '@playwright/test';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

/** Opens the sandbox with these quirks on, and no others. */
async function openWith(page: Page, ...names: RegExp[]): Promise<Teams> {
  await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  await page.goto(`${server.origin}/sandbox`);
  await page.getByRole('button', { name: /^Quirks/ }).click();
  for (const name of names) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  return new Teams(page);
}

async function saveConnector(teams: Teams, channel: string, name: string): Promise<void> {
  const { page } = teams;
  await teams.openChannel(channel);
  const form = await teams.configureConnector();
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByText(/was saved\.$/).first()).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('a webhook that changes while it is saved is the one that gets the cards', async ({ page }) => {
  const teams = await openWith(page, /^Webhook changes/);
  await saveConnector(teams, 'Support', 'Moving');
  await page.getByRole('button', { name: 'Send' }).click();
  // The greeting, and the event.
  await expect(teams.posts).toHaveCount(2);
  await expect(teams.posts.last()).not.toContainText('Teams shows nothing here');
});

test('a connector is known again without names, and where its contentUrl is ignored', async ({ page }) => {
  let teams = await openWith(page);
  await saveConnector(teams, 'Builds', 'Harbour');
  teams = await openWith(page, /^Names are missing/, /^contentUrl is ignored/);
  await teams.openChannel('Builds');
  const form = await teams.manageConnector('Harbour');
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Harbour');
  await expect(teams.save).toBeEnabled();
});

test('settings that the host refuses are not saved, and the page says so', async ({ page }) => {
  const teams = await openWith(page, /^setSettings is refused/);
  await teams.configureConnector();
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByRole('dialog').getByText(/^The page could not save: /)).toBeVisible();
});

test('a page gives up by itself when setSettings is never answered', async ({ page }) => {
  const teams = await openWith(page, /^setSettings stays unanswered/);
  await teams.configureConnector();
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  // Before the host would: its own words end with 30 seconds.
  await expect(page.getByRole('dialog').getByText(/^The page could not save: /)).toBeVisible({
    timeout: 29_000,
  });
});

test('answers that come late are waited for', async ({ page }) => {
  const teams = await openWith(page, /^Answers come late/);
  const form = await teams.configureConnector();
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeVisible({ timeout: 40_000 });
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByText(/was saved\.$/).first()).toBeVisible({ timeout: 30_000 });
});

test('a host that is silent is told of on the page', async ({ page }) => {
  const teams = await openWith(page, /^The host is silent/);
  const form = await teams.configureConnector();
  await expect(form.getByText(/Teams/).first()).toBeVisible();
  await expect(teams.save).toBeDisabled();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Protocol log' }).click();
  await expect(page.getByText('a quirk: kept from the page').first()).toBeVisible();
});

test('what is removed without asking gets no more cards', async ({ page }) => {
  const teams = await openWith(page, /^Removed without asking/);
  await saveConnector(teams, 'Support', 'Going');
  await teams.manageConnector('Going');
  await teams.remove.click();
  await expect(page.getByText('Going was removed.').first()).toBeVisible();
  await expect(teams.posts.last()).toContainText('Connected: Going');
  await page.getByRole('button', { name: 'Send' }).click();
  // Its webhook answers 410, so nothing is posted: the note is all that comes of it.
  await expect(teams.posts.filter({ hasText: 'Answered with 410.' })).toHaveCount(1);
});
