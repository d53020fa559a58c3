import { expect, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { postToSandbox } from './post-to-sandbox.ts';
import { startSandboxServer, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startSandboxServer();
});
test.afterAll(() => server.stop());

test('each way in which webhooks misbehave is answered to the sender and noted in the channel', async ({
  page,
}) => {
  const complaints = await watchConsole(page);
  await page.goto(`${server.origin}/sandbox`);
  const teams = new Teams(page);
  const url = await teams.addWorkflow();
  const post = () => postToSandbox(server.origin, url, { '@type': 'MessageCard', text: 'Storm tonight' });

  for (const [behaviour, status, note] of [
    [/^Throttled/, 429, 'Answered with 429.'],
    [/^Error inside a success/, 202, 'the run failed afterwards'],
    [/^Removed/, 404, 'WorkflowNotFound'],
    [/^Flow is off/, 400, 'WorkflowTriggerIsNotEnabled'],
    [/^Too large/, 413, 'MessageSizeExceeded'],
    [/^Broken connection/, undefined, 'The connection was cut without an answer.'],
  ] as const) {
    await teams.letWebhooks(behaviour);
    expect(await post()).toBe(status);
    await expect(teams.posts.last()).toContainText(note);
    await expect(teams.posts.last()).toContainText('Teams shows nothing here');
  }

  await teams.letWebhooks(/^Slow/);
  const begun = Date.now();
  expect(await post()).toBe(202);
  expect(Date.now() - begun).toBeGreaterThan(5_000);
  await expect(teams.posts.last()).toContainText('Storm tonight');

  await expect(page.getByText('Webhooks of this channel misbehave: Slow.')).toBeVisible();
  await page.getByRole('button', { name: 'Let them behave' }).click();
  await expect(page.getByText(/misbehave/)).toBeHidden();
  expect(await post()).toBe(202);
  await expect(teams.posts).toHaveCount(8);
  expect(complaints).toEqual([]);
});

test('a connector that is removed behind Cardwire’s back is told on its page', async ({ page }) => {
  await page.goto(`${server.origin}/sandbox`);
  const teams = new Teams(page);
  await teams.openChannel('Support');
  await teams.configureConnector();
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByText(/was saved\.$/).first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');

  await teams.letWebhooks(/^Removed/);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(teams.posts.last()).toContainText('Answered with 410.');
  const form = await teams.manageConnector('Support');
  await expect(form.getByText(/removed in Teams|not accept|does not exist|gone/i).first()).toBeVisible();
});
