import { expect, type Page, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeEach(async () => {
  server = await startSandboxServer();
});
test.afterEach(() => server.stop());

interface Push {
  branch: string;
  login?: string;
  bot?: boolean;
}

/** Sends pushes as an own system does; answers to how many channels each went. */
async function send(...pushes: Push[]): Promise<number[]> {
  const response = await fetch(`${server.origin}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(
      pushes.map(({ branch, login = 'ada', bot = false }) => ({
        type: 'github.push',
        title: `Pushed to ${branch}`,
        data: { repository: 'octo/hello', branch, actor: { login, bot }, bot, commitCount: 1 },
      })),
    ),
  });
  const { events } = (await response.json()) as { events: { channels: number }[] };
  return events.map(({ channels }) => channels);
}

/** Opens the dialog for pushes alone. */
async function openForPushes(page: Page) {
  const teams = new Teams(page);
  await page.goto(`${server.origin}/sandbox`);
  const form = await teams.configureConnector();
  const chosen = form.getByRole('checkbox', { checked: true });
  await expect(chosen.first()).toBeVisible();
  while ((await chosen.count()) > 0) await chosen.first().uncheck();
  await teams.tick(form, 'Push');
  return { teams, form };
}

test('a channel gets what its filters let pass, as the page had foretold', async ({ page }) => {
  const complaints = await watchConsole(page);
  const main = { branch: 'main' };
  await send(main, main, { branch: 'fix/lamp' }, { ...main, login: 'renovate[bot]', bot: true });
  const { teams, form } = await openForPushes(page);
  await expect(form.getByText('1 of 4 chosen · 4 in the last 7 days')).toBeVisible();
  await expect(form.getByText('4 cards in the last 7 days.')).toBeVisible();

  await form.getByRole('switch', { name: 'Mute bots' }).check();
  await expect(form.getByText('3 cards in the last 7 days instead of 4.')).toBeVisible();

  // With the keyboard alone: a condition with a value that events really had.
  await form.getByRole('button', { name: 'Add a condition to “Only when”' }).focus();
  await page.keyboard.press('Enter');
  const row = form.getByRole('group', { name: 'Only when, 1' });
  await expect(row.getByRole('combobox', { name: 'What' })).toBeFocused();
  await page.keyboard.type('Branch');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(row.getByRole('option', { name: /main/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('combobox', { name: 'Value' })).toHaveValue('main');
  await expect(form.getByText('Posts “Push”, only when the branch is main, not by bots.')).toBeVisible();
  await expect(form.getByText('2 cards in the last 7 days instead of 4.')).toBeVisible();

  // The newest that would have come is there as its card, the next one on a click.
  await form.getByRole('heading', { name: 'How the cards look' }).scrollIntoViewIfNeeded();
  const samples = form.getByRole('list', { name: 'The newest that would have come:' }).getByRole('listitem');
  await expect(samples).toHaveCount(2);
  await expect(samples.first().getByText('octo/hello').first()).toBeVisible();
  await samples.nth(1).getByRole('button').click();
  await expect(samples.nth(1).getByText('octo/hello').first()).toBeVisible();

  await teams.save.click();
  await expect(page.getByText('General was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  expect(await send(main, { branch: 'fix/lamp' }, { ...main, bot: true })).toEqual([1, 0, 0]);

  // What is stored is there again.
  const again = await teams.manageConnector('General');
  await expect(again.getByRole('switch', { name: 'Mute bots' })).toBeChecked();
  await expect(
    again.getByRole('group', { name: 'Only when, 1' }).getByRole('combobox', { name: 'Value' }),
  ).toHaveValue('main');
  await again.getByRole('button', { name: 'Remove the condition: the branch is main' }).click();
  await expect(again.getByText('Posts “Push”, not by bots.')).toBeVisible();
  await teams.save.click();
  await expect(page.getByText('General was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  expect(await send({ branch: 'fix/lamp' }, { ...main, bot: true })).toEqual([1, 0]);
  expect(complaints).toEqual([]);
});

test('without counts, suggestions, backtest and preview a filter can be typed and saved', async ({
  page,
}) => {
  for (const path of ['activity', 'suggestions*', 'backtest', 'preview']) {
    await page.route(`**/api/${path}`, (route) => route.abort());
  }
  const { teams, form } = await openForPushes(page);
  await expect(form.getByText(/cannot be shown right now. You can save all the same/)).toBeVisible();
  await form.getByRole('button', { name: 'Add a condition to “Never when”' }).click();
  const row = form.getByRole('group', { name: 'Never when, 1' });
  await row.getByRole('combobox', { name: 'What' }).selectOption('Branch');
  await row.getByRole('combobox', { name: 'How' }).selectOption('starts with');
  await row.getByRole('combobox', { name: 'Value' }).fill('fix/');
  await teams.save.click();
  await expect(page.getByText('General was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  expect(await send({ branch: 'main' }, { branch: 'fix/lamp' })).toEqual([1, 0]);
});

test('what is stored stays when the filters themselves cannot be loaded', async ({ page }) => {
  let { teams, form } = await openForPushes(page);
  await form.getByRole('switch', { name: 'Mute bots' }).check();
  await teams.save.click();
  await expect(page.getByText('General was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  await page.route('**/assets/filter-section*.js', (route) => route.abort());
  await page.goto(`${server.origin}/sandbox`);
  teams = new Teams(page);
  form = await teams.manageConnector('General');
  await expect(form.getByText(/A part of this page could not be loaded/)).toBeVisible();
  await form.getByRole('textbox', { name: 'Name' }).fill('Pushes');
  await teams.save.click();
  await expect(page.getByText('Pushes was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  expect(await send({ branch: 'main' }, { branch: 'main', bot: true })).toEqual([1, 0]);
});

test('nothing is wider than a narrow screen, and opening suggestions does not lose the place', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await send({ branch: 'a-branch-with-a-very-long-name/that-goes-on-and-on-without-end' });
  const { form } = await openForPushes(page);
  await form.getByRole('button', { name: 'Add a condition to “Only when”' }).click();
  const row = form.getByRole('group', { name: 'Only when, 1' });
  await row.getByRole('combobox', { name: 'What' }).selectOption('Branch');
  const suggestion = row.getByRole('option', { name: /a-branch/ });
  await row.getByRole('combobox', { name: 'Value' }).click();
  await expect(suggestion).toBeInViewport();
  await expect(row.getByRole('combobox', { name: 'Value' })).toBeInViewport();
  const body = form.locator('body');
  const overflow = () =>
    body.evaluate(({ ownerDocument: { documentElement: root } }) => root.scrollWidth - root.clientWidth);
  expect(await overflow()).toBe(0);
  await suggestion.click();
  expect(await overflow()).toBe(0);
});
