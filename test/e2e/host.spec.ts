import { expect, test } from '@playwright/test';
import { type ForeignApp, startForeignApp } from './foreign/app.ts';
import { startAloneSandbox, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let app: ForeignApp;
let sandbox: TestServer;
test.beforeAll(async () => {
  app = await startForeignApp();
  sandbox = await startAloneSandbox(`${app.pageUrl('newest')}&language={locale}`, 'Weather');
});
test.afterAll(async () => {
  await sandbox.stop();
  await app.stop();
});
test.beforeEach(async ({ page }) => {
  await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  await page.goto(`${sandbox.origin}/sandbox`);
});

test('everybody has a theme and a language, and pages are told', async ({ page }) => {
  const choose = async (menu: RegExp, item: string) => {
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('menuitemradio', { name: item }).click();
    await page.keyboard.press('Escape');
  };
  const teams = new Teams(page);
  await choose(/^Appearance/, 'Dark');
  await choose(/^Signed in as Ada/, 'Louis Perrin');
  await choose(/^Appearance/, 'Glass (told to pages)');
  await choose(/^Appearance/, 'Deutsch');
  await teams.configureConnector();
  const iframe = page.getByRole('dialog').locator('iframe');
  await expect(iframe).toHaveAttribute('src', /\?theme=glass&language=de-DE$/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await choose(/^Signed in as Louis/, 'Ada Marsh');
  await teams.configureConnector();
  await expect(iframe).toHaveAttribute('src', /\?theme=dark&language=en-US$/);
});

test('a call that the host does not know stays unanswered and is marked in the log', async ({ page }) => {
  const teams = new Teams(page);
  const form = await teams.configureConnector();
  // A string: it is run in the page.
  await form
    .locator('body')
    .evaluate("parent.postMessage({ id: 999, func: 'meeting.getMeetingDetails', args: [] }, '*')");
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Protocol log' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'meeting.getMeetingDetails' });
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText('unknown call: not answered');
});

test('a save that is never answered is given up after 30 seconds, and can be pressed again', async ({
  page,
}) => {
  const teams = new Teams(page);
  const form = await teams.configureConnector();
  // It fills its form in by itself first.
  await expect(form.getByText('New')).toBeVisible();
  await form.getByRole('textbox', { name: 'Town' }).fill('Never');
  const begun = Date.now();
  await teams.save.click();
  await expect(page.getByText(/did not answer within 30 seconds/)).toBeVisible({ timeout: 45_000 });
  expect(Date.now() - begun).toBeGreaterThan(29_000);
  await form.getByRole('textbox', { name: 'Town' }).fill('Brest');
  await teams.save.click();
  await expect(page.getByText('Weather of Brest was saved.').first()).toBeVisible();
});

test('a tab is removed through its page, whose failure does not keep it', async ({ page }) => {
  const teams = new Teams(page);
  const form = await teams.addTab();
  await form.getByRole('textbox', { name: 'Town' }).fill('Ghent');
  await teams.save.click();
  await page.getByRole('button', { name: /^Options of the tab Weather of Ghent/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  // The page never calls itself valid: Remove can be pressed after five seconds all the same.
  await expect(teams.frame().getByText('Keep the weather?')).toBeVisible();
  await expect(teams.remove).toBeDisabled();
  await expect(teams.remove).toBeEnabled();
  await teams.remove.click();
  await expect(page.getByText(/The page reported: It is still raining/).first()).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Weather of Ghent' })).toHaveCount(0);
});
