import { type Browser, expect, type Page, test } from '@playwright/test';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

async function open(page: Page, channel: string): Promise<Teams> {
  await page.goto(`${server.origin}/sandbox`);
  const teams = new Teams(page);
  await teams.openChannel(channel);
  return teams;
}

/** Presses Save in the connector dialog, and waits until the host says that it was done. */
async function saveConnector(teams: Teams): Promise<void> {
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(teams.page.getByText(/was saved\.$/).first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  await teams.page.keyboard.press('Escape');
}

test('a connector whose webhook takes no card is not saved, and then is', async ({ page }) => {
  const teams = await open(page, 'Support');
  await teams.letWebhooks(/^Removed/);
  const form = await teams.configureConnector();
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(form.getByRole('alert')).toContainText('Teams answered 410: this address was removed.');
  await expect(form.getByRole('alert')).toContainText('Nothing was set up.');
  await expect(page.getByText(/^The page could not save: Teams answered 410/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Let them behave' }).click();
  await teams.configureConnector();
  await saveConnector(teams);
  await expect(teams.posts.last()).toContainText('Connected: ');
});

test('a tab’s address is tried, swapped, and kept when the new one takes nothing', async ({ page }) => {
  const teams = await open(page, 'General');
  const [first, second] = [await teams.addWorkflow(), await teams.addWorkflow()];
  let form = await teams.addTab();
  const address = () => form.getByRole('textbox', { name: 'Address of the Workflow' });
  await address().fill(first);
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByRole('dialog')).toBeHidden();

  const openSettings = async () => {
    await page.getByRole('button', { name: /^Options of the tab/ }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    form = teams.frame();
  };
  await openSettings();
  await form.getByRole('button', { name: 'Send a test card', exact: true }).click();
  await expect(form.getByText(/^Teams took the test card/)).toBeVisible();
  await address().fill(first.replace(/workflows\/../, 'workflows/00'));
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(form.getByRole('alert')).toContainText('Teams answered 404: this address was removed.');
  await expect(form.getByRole('alert')).toContainText('Everything is as it was before.');

  await address().fill(second);
  await form.getByRole('button', { name: /^Send a test card to / }).click();
  await expect(form.getByText(/^Teams took the test card/)).toBeVisible();
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByRole('dialog')).toBeHidden();

  // The rules go on, at the new address.
  await page.getByRole('tab', { name: 'Posts' }).click();
  const before = await teams.posts.count();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(teams.posts).toHaveCount(before + 1);
});

test('a channel chooses when it is told, and finds it again', async ({ page }) => {
  const teams = await open(page, 'Builds');
  let form = await teams.configureConnector();
  await form.getByRole('textbox', { name: 'Name' }).fill('Mornings');
  await expect(form.getByText('Each event is posted at once.')).toBeVisible();
  await form.getByRole('button', { name: 'Change when' }).click();
  await form.getByRole('radio', { name: /^Every day/ }).check();
  await form.getByLabel('At', { exact: true }).fill('07:45');
  await form.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Tokyo');
  await expect(form.getByText(/every day at 7:45.AM\. Times are those of Asia\/Tokyo\./)).toBeVisible();
  await expect(form.getByText(/^Next time: .*7:45.AM\.$/)).toBeVisible();
  await saveConnector(teams);

  form = await teams.manageConnector('Mornings');
  await expect(form.getByText(/every day at 7:45.AM/)).toBeVisible();
});

test('what somebody else saved meanwhile is shown, and chosen between', async ({ page, browser }) => {
  const teams = await open(page, 'Support');
  let form = await teams.configureConnector();
  await form.getByRole('textbox', { name: 'Name' }).fill('Ours');
  await saveConnector(teams);
  form = await teams.manageConnector('Ours');
  await form.getByRole('textbox', { name: 'Name' }).fill('Mine');

  await renameElsewhere(browser, 'Ours', 'Theirs');
  await teams.save.click();
  const choice = form.getByRole('group', { name: 'Name' });
  await expect(choice).toContainText('“Theirs”');
  await expect(teams.save).toBeDisabled();
  await choice.getByRole('button', { name: 'Keep mine' }).click();
  await saveConnector(teams);
  await teams.manageConnector('Mine');
});

async function renameElsewhere(browser: Browser, from: string, to: string): Promise<void> {
  const context = await browser.newContext({ locale: 'en-US' });
  const teams = await open(await context.newPage(), 'Support');
  const form = await teams.manageConnector(from);
  await form.getByRole('textbox', { name: 'Name' }).fill(to);
  await saveConnector(teams);
  await context.close();
}

test('a save that the server does not answer ends in time, and can be repeated', async ({ page }) => {
  const teams = await open(page, 'Builds');
  const form = await teams.configureConnector();
  await form.getByRole('textbox', { name: 'Name' }).fill('Patient');
  await expect(teams.save).toBeEnabled();
  await page.route('**/api/configurations/*/connect', () => {});
  await teams.save.click();
  await expect(form.getByRole('alert')).toContainText('The server took too long to answer.', {
    timeout: 25_000,
  });
  await expect(page.getByText(/^The page could not save: The server took too long/)).toBeVisible();

  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await saveConnector(teams);
  await expect(teams.posts.last()).toContainText('Connected: Patient');
});
