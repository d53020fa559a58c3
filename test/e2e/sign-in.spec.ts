import { expect, type Page, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

/** Presses a button that opens the sign-in, and there the one of this name. */
async function signIn(page: Page, press: () => Promise<void>, name: string | RegExp): Promise<void> {
  const opening = page.context().waitForEvent('page');
  await press();
  const window = await opening;
  const closing = window.waitForEvent('close');
  await window.getByRole('button', { name }).click();
  await closing;
}

test('where the dialog has no single sign-on, and outside Teams, people sign in through a window', async ({
  page,
}) => {
  const complaints = await watchConsole(page);
  await page.goto(`${server.origin}/sandbox`);
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitemradio', { name: /^Missing/ }).click();
  await page.keyboard.press('Escape');

  // The connector's dialog asks to sign in; whoever declines is told so, and can do it after all.
  const teams = new Teams(page);
  const url = await teams.addWorkflow();
  const form = await teams.addTab();
  const press = () => form.getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, press, 'Do not sign in');
  await expect(form.getByRole('alert')).toContainText('The person said no.');
  await expect(teams.save).toBeDisabled();
  await signIn(page, press, 'Ada Marsh');
  await form.getByRole('textbox', { name: /address/i }).fill(url);
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByRole('dialog')).toBeHidden();

  // The tab's address, opened in a browser, as from a link on a card.
  const state = await (
    await page.request.get(`${server.origin}/sandbox/api/state`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    })
  ).json();
  await page.goto(state.installations[0].settings.websiteUrl);
  await expect(page.getByText('This page shows what belongs to a channel')).toBeVisible();
  const button = (name: string) => () => page.getByRole('button', { name }).click();

  // Somebody of another organisation sees nothing of it, and may use another account.
  await signIn(page, button('Sign in'), /Mara/);
  await expect(page.getByRole('alert')).toContainText('Your organisation may not use this connector.');
  await signIn(page, button('Use another account'), 'Louis Perrin');
  await expect(page.getByRole('heading', { level: 2, name: 'Newest events' })).toBeVisible();
  expect(page.url()).not.toMatch(/code=|token/);

  // Refused once, as was meant to be.
  expect(complaints.filter((complaint) => !/40[13]/.test(complaint))).toEqual([]);
});
