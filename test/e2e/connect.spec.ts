import { type Browser, expect, type Page, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { startSandboxServer, type TestServer } from './server.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** To Microsoft's stand-in, as this person. */
async function leave(page: Page, person: string): Promise<void> {
  await page.goto(`${server.origin}/connect`);
  await button(page, 'Connect to Office 365').click();
  await page.getByRole('button', { name: person }).click();
}

/** All the way: allows cards to go to a group or inbox. */
async function connect(page: Page, person: string, place: string): Promise<void> {
  await leave(page, person);
  await page.getByRole('radio', { name: place }).check();
  await button(page, 'Allow').click();
  await page.waitForURL(/\/connect\/done$/);
  await expect(page.getByText('the first card was posted')).toBeVisible();
}

/** What arrived in a mailbox of the stand-in. */
async function cardsIn(page: Page, mailbox: string): Promise<string> {
  const view = await page.context().newPage();
  await view.goto(`${server.origin}/sandbox/office365/mail`);
  await view.getByRole('combobox', { name: 'Mailbox' }).selectOption({ label: mailbox });
  await expect(view.getByRole('article').last()).toBeVisible();
  const cards = (await view.getByRole('list', { name: 'Mailboxes' }).textContent()) ?? '';
  await view.close();
  return cards;
}

const sendTask = (title: string) =>
  fetch(`${server.origin}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'task.created', title }),
  });

/** A browser of its own: no cookie of another is in it. */
async function anotherBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('a group is connected, gets cards, is changed, paused, tested, and removed', async ({ page }) => {
  const complaints = await watchConsole(page);
  await connect(page, 'Ada Marsh', 'Lamp keepers');
  expect(await cardsIn(page, 'Group: Lamp keepers')).toContain('Connected: Lamp keepers');
  await sendTask('Trim the wick');
  await expect.poll(() => cardsIn(page, 'Group: Lamp keepers')).toContain('Trim the wick');

  const connection = page.getByRole('region', { name: 'Lamp keepers' });
  await connection.getByRole('button', { name: /^Change/ }).click();
  await connection.getByRole('textbox', { name: 'Name' }).fill('Light');
  await connection.getByRole('checkbox', { name: 'Task created' }).uncheck();
  await connection.getByRole('button', { name: 'Save' }).click();
  const changed = page.getByRole('region', { name: 'Light' });
  await expect(changed.getByText('Saved.')).toBeVisible();
  await expect(changed.getByRole('definition').last()).not.toContainText('Task created');

  await changed.getByRole('button', { name: /^Pause/ }).click();
  await expect(changed.getByText('Paused', { exact: true })).toBeVisible();
  await changed.getByRole('button', { name: /^Resume/ }).click();
  await expect(changed.getByText('Active')).toBeVisible();
  await changed.getByRole('button', { name: /^Send a test card/ }).click();
  await expect(changed.getByText('the test card was posted')).toBeVisible();

  await changed.getByRole('button', { name: /^Remove/ }).click();
  await changed.getByRole('button', { name: /^Keep it/ }).click();
  await changed.getByRole('button', { name: /^Remove/ }).click();
  await changed.getByRole('button', { name: /^Remove/ }).click();
  await expect(changed.getByText('“Light” was removed.')).toBeVisible();
  await changed.getByRole('button', { name: /^Undo/ }).click();
  await expect(changed.getByText('Active')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Light' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('one person connects several groups and an inbox; what came back is in no address and no history', async ({
  page,
}) => {
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await connect(page, 'Ada Marsh', 'Harbour watch');
  await connect(page, 'Ada Marsh', 'Inbox');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Cardwire', 'Harbour watch']);
  expect(await cardsIn(page, 'Inbox of Ada Marsh')).toContain('Connected: Cardwire');
  expect(addresses.join('\n')).not.toMatch(/webhook|user_objectId/);

  await page.goBack();
  expect(page.url()).not.toMatch(/webhook|user_objectId/);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ httpOnly, sameSite, path }) => [httpOnly, sameSite, path])).toEqual(
    cookies.map(() => [true, 'Lax', '/connect']),
  );
});

test('the pages wear the colours of the browser, fit on a phone, and tell no other site where people were', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/connect', '/connect/done']) {
    for (const [colorScheme, background] of [
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(41, 41, 41)'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${server.origin}${path}`);
      await expect(page.locator('.fui-FluentProvider').first()).toHaveCSS('background-color', background);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
    await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer');
  }
});

test('whoever denies, or may not, is told so and can begin again', async ({ page }) => {
  await leave(page, 'Louis Perrin');
  await expect(page.getByText('You are not a member of any group.')).toBeVisible();
  await button(page, 'Deny').click();
  await expect(page.getByText('You did not allow it')).toBeVisible();
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(button(page, 'Connect to Office 365')).toBeVisible();

  await leave(page, 'Mara Lindt');
  await page.getByRole('radio', { name: 'Elsewhere' }).check();
  await button(page, 'Allow').click();
  await expect(page.getByText('Your organisation may not use this connector')).toBeVisible();
});

test('an altered question is an invalid request, as at Microsoft', async ({ page }) => {
  await leave(page, 'Ada Marsh');
  const altered = new URL(page.url());
  altered.searchParams.set('app_id', '00000000-0000-4000-8000-000000000000');
  await page.goto(altered.href);
  await expect(page.getByRole('heading', { name: 'Invalid Request' })).toBeVisible();
});

test('a link that began in another browser connects nothing', async ({ page, browser }) => {
  await leave(page, 'Ada Marsh');
  const victim = await anotherBrowser(browser);
  await victim.goto(page.url());
  await victim.getByRole('button', { name: 'Louis Perrin' }).click();
  await button(victim, 'Allow').click();
  await expect(victim.getByText('This began in another browser')).toBeVisible();
  await expect(victim.getByText('Nothing is connected in this browser.')).toBeVisible();
  await victim.context().close();
});

test('a webhook that refuses its first card is told, and tried again', async ({ page }) => {
  await leave(page, 'Ada Marsh');
  let failing = true;
  await page.route('**/prove', async (route) => {
    if (!failing) return route.continue();
    const destination = { kind: 'connector', label: 'outlook.office.com …abcd' };
    await route.fulfill({ json: { test: { verdict: 'dead', status: 410, words: 'Gone', destination } } });
  });
  await page.getByRole('radio', { name: 'Harbour watch' }).check();
  await button(page, 'Allow').click();
  await expect(page.getByRole('alert')).toContainText('answered 410. Microsoft’s own words: “Gone”.');
  failing = false;
  await button(page, 'Send the card again').click();
  await expect(page.getByText('Connected: The group “Harbour watch”')).toBeVisible();
});

test('in another browser, the person signs in and finds what they connected', async ({ page, browser }) => {
  await connect(page, 'Louis Perrin', 'Inbox');
  const other = await anotherBrowser(browser);
  await other.goto(`${server.origin}/connect/done`);
  await expect(other.getByText('Nothing is connected in this browser.')).toBeVisible();
  const opening = other.context().waitForEvent('page');
  await button(other, 'Sign in').click();
  await (await opening).getByRole('button', { name: 'Louis Perrin' }).click();
  await expect(other.getByText('You have connected one place in all.')).toBeVisible();
  const connection = other.getByRole('region', { name: 'Cardwire' });
  await connection.getByRole('button', { name: /^Pause/ }).click();
  await expect(connection.getByText('Paused', { exact: true })).toBeVisible();
  await other.context().close();
});
