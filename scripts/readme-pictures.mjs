// `npm run readme-pictures`: takes the pictures of README.md and of the guides anew, from the sandbox of a fresh
// server.
import { chromium } from '@playwright/test';
import { startSandboxServer } from '../test/e2e/server.ts';
import { Teams } from '../test/e2e/teams.ts';
import { findChromium } from './chromium.mjs';
import { takeGuidePictures } from './guide-pictures.mjs';

const server = await startSandboxServer();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
  const teams = new Teams(page);
  await page.goto(`${server.origin}/sandbox`);
  await page.getByRole('button', { name: 'Got it' }).click();
  await teams.openChannel('Builds');
  const form = await teams.configureConnector();
  await teams.tick(form, 'Push');
  await page.screenshot({ path: 'docs/images/configure.png' });
  await teams.save.click();
  await page.getByText('was saved.').first().waitFor();
  await page.keyboard.press('Escape');
  for (const [index, sample] of [
    'Task created',
    'GitHub: pull request opened',
    'GitHub: workflow failed',
  ].entries()) {
    await page.getByRole('combobox', { name: 'Sample event' }).selectOption(sample);
    await page.getByRole('button', { name: 'Send' }).click();
    // Before them came the card that greets the channel.
    await teams.posts.nth(index + 1).waitFor();
  }
  await page.screenshot({ path: 'docs/images/channel.png' });

  // A week's pushes, as a system of one's own would send them, and a filter that is tried on them.
  await sendPushes();
  const edit = await teams.manageConnector('Builds');
  await edit.getByRole('switch', { name: 'Mute bots' }).check();
  await edit.getByRole('button', { name: 'Add a condition to “Only when”' }).click();
  const row = edit.getByRole('group', { name: 'Only when, 1' });
  await row.getByRole('combobox', { name: 'What' }).selectOption('Branch');
  await row.getByRole('combobox', { name: 'Value' }).click();
  await row.getByRole('option', { name: /main/ }).click();
  await edit.getByText(/in the last 7 days instead of/).waitFor();
  await edit.getByRole('heading', { name: 'How the cards look' }).scrollIntoViewIfNeeded();
  await edit.getByText('octo/lighthouse').last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'docs/images/filters.png' });

  await takeGuidePictures(browser, server.origin);
} finally {
  await browser.close();
  await server.stop();
}

async function sendPushes() {
  const branches = ['main', 'main', 'develop', 'release/1.4'];
  const people = ['ada', 'louis-p', 'dependabot[bot]'];
  const events = Array.from({ length: 48 }, (_, index) => {
    const login = people[index % people.length];
    const branch = branches[index % branches.length];
    const bot = login.endsWith('[bot]');
    const data = {
      repository: 'octo/lighthouse',
      branch,
      actor: { login, name: login, bot },
      bot,
      commitCount: 1,
    };
    return { type: 'github.push', title: `Polish the lens, part ${index + 1}`, data };
  });
  const headers = { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' };
  const answer = await fetch(`${server.origin}/api/events`, {
    method: 'POST',
    headers,
    body: JSON.stringify(events),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
