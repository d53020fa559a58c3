// `npm run screenshots`: takes the pictures of README.md anew, from the sandbox of a fresh server.
import { chromium } from '@playwright/test';
import { startSandboxServer } from '../test/e2e/server.ts';
import { Teams } from '../test/e2e/teams.ts';
import { findChromium } from './chromium.mjs';

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
} finally {
  await browser.close();
  await server.stop();
}
