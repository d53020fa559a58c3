import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

const button = (frame: FrameLocator | Page, name: string) => frame.getByRole('button', { name, exact: true });

/** Adds a tab for new tasks with a Workflow's address to a channel, and opens it. */
async function openTab(page: Page, channel: string) {
  await page.goto(`${server.origin}/sandbox`);
  const teams = new Teams(page);
  await teams.openChannel(channel);
  const url = await teams.addWorkflow();
  const form = await teams.addTab();
  await form.getByRole('textbox', { name: /address/i }).fill(url);
  await form.getByRole('checkbox', { name: 'Task created' }).check();
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const tab = page.frameLocator('iframe');
  await expect(tab.getByText('Live', { exact: true })).toBeVisible();
  return { teams, tab, rows: tab.getByRole('region', { name: 'Newest events' }).getByRole('listitem') };
}

async function send(page: Page, sample: string) {
  await page.getByRole('combobox', { name: 'Sample event' }).selectOption(sample);
  await page.getByRole('button', { name: 'Send' }).click();
}

test('a channel is followed live, paused and resumed, asked why, edited, removed and brought back', async ({
  page,
}) => {
  const complaints = await watchConsole(page);
  const { tab, rows } = await openTab(page, 'Builds');

  // What happens shows up by itself.
  await send(page, 'Task created');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Accepted');

  // Paused until somebody resumes: what comes waits, and says so.
  await button(tab, 'Pause…').click();
  await tab.getByRole('radio', { name: 'Until somebody resumes it' }).check();
  await button(tab, 'Pause').click();
  await expect(tab.getByText('Paused: nothing is posted at the moment')).toBeVisible();
  await send(page, 'Task created');
  await send(page, 'Task created');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('It waits until somebody resumes this channel.');

  // Resumed with one card for all of it.
  await button(tab, 'Resume…').click();
  await tab.getByRole('radio', { name: /One card sums it up/ }).check();
  await button(tab, 'Resume').click();
  await expect(rows.first()).toContainText('It is on a card with 2 events.');

  // What was not chosen did not come, and the page says why.
  await send(page, 'Task updated');
  await button(tab, 'Why did I not get this?').click();
  await button(tab, 'Choose among the newest events').click();
  await tab
    .getByRole('listitem')
    .filter({ hasText: 'Not for this channel' })
    .getByRole('button')
    .first()
    .click();
  await expect(tab.getByText('The channel has not chosen this kind.')).toBeVisible();

  // Edited without leaving the tab.
  await tab.getByRole('link', { name: 'Change settings' }).click();
  await tab.getByRole('textbox', { name: 'Name' }).fill('Tasks of the lighthouse');
  await button(tab, 'Save').click();
  await expect(tab.getByText('Saved.')).toBeVisible();
  await tab.getByRole('link', { name: 'Back to the channel' }).click();
  await expect(tab.getByRole('heading', { level: 1, name: 'Tasks of the lighthouse' })).toBeVisible();

  // Removed: nothing comes any more. Brought back: it does.
  await button(tab, 'Remove…').click();
  await button(tab, 'Remove').click();
  await expect(tab.getByText('This was removed')).toBeVisible();
  await send(page, 'Task created');
  await expect(page.getByRole('region', { name: 'Send an event' }).getByRole('status')).toContainText(
    'No channel asked for it.',
  );
  await button(tab, 'Undo the removal').click();
  await expect(tab.getByText('Active')).toBeVisible();
  await send(page, 'Task created');
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText('Accepted');
  await button(tab, 'Who changed what').click();
  await expect(tab.getByText(/undid the removal/)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('without a network the page says so, keeps what it shows, and catches up', async ({ page, context }) => {
  const { tab, rows } = await openTab(page, 'Support');
  await send(page, 'Task created');
  await expect(rows).toHaveCount(1);
  await context.setOffline(true);
  await expect(tab.getByText('Offline', { exact: true })).toBeVisible();
  await expect(rows).toHaveCount(1);
  await fetch(`${server.origin}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'task.created', title: 'While nobody looked' }),
  });
  await context.setOffline(false);
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('While nobody looked');
});

test('a tab is removed in time, and the user told, though the server never answers', async ({ page }) => {
  const { teams } = await openTab(page, 'General');
  await page.route('**/api/configurations/*', (route) =>
    route.request().method() === 'DELETE' ? new Promise(() => {}) : route.continue(),
  );
  await page.getByRole('button', { name: /^Options of the tab/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(teams.frame().getByText(/For \d+ days this can be undone/)).toBeVisible();
  await teams.remove.click();
  const began = Date.now();
  await expect(page.getByText(/Events may still be posted/).first()).toBeVisible({ timeout: 15_000 });
  expect(Date.now() - began).toBeLessThan(15_000);
});

test('links of cards work in a plain browser: the event, and the channel that can be paused there', async ({
  page,
}) => {
  await page.goto(`${server.origin}/sandbox`);
  const state = await (
    await page.request.get(`${server.origin}/sandbox/api/state`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    })
  ).json();
  const id: string = state.installations[0].settings.entityId;
  await page.goto(`${server.origin}/channel?id=${id}`);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const window = await opening;
  const closing = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Ada Marsh' }).click();
  await closing;
  await button(page, 'What happened').first().click();
  // The next page in the same tab does not ask again.
  await page.getByRole('link', { name: 'See the whole event' }).click();
  await expect(page.getByRole('heading', { name: 'What became of it' })).toBeVisible();
});
