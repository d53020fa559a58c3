// The pictures of docs/sideload.md and docs/fr/sideload.md: somebody sets a tab up, in their own language.
import { en as channelEn } from '../web/channel/locales/en.ts';
import { fr as channelFr } from '../web/channel/locales/fr.ts';
import { en as sandboxEn } from '../web/sandbox/locales/en.ts';
import { fr as sandboxFr } from '../web/sandbox/locales/fr.ts';
import { en } from '../web/shared/locales/en.ts';
import { fr } from '../web/shared/locales/fr.ts';

/** Each language has a channel for itself: what one sets up, the other does not see. */
const GUIDES = [
  { language: 'en', locale: 'en-US', channel: 'General', sandbox: sandboxEn, pages: en, tab: channelEn },
  { language: 'fr', locale: 'fr-FR', channel: 'Support', sandbox: sandboxFr, pages: fr, tab: channelFr },
];

/** Takes them from the sandbox at this origin, into docs/images. */
export async function takeGuidePictures(browser, origin) {
  for (const guide of GUIDES) {
    const context = await browser.newContext({
      locale: guide.locale,
      viewport: { width: 1280, height: 860 },
      reducedMotion: 'reduce',
    });
    await walk(await context.newPage(), origin, guide);
    await context.close();
  }
}

async function walk(page, origin, { language, channel, sandbox, pages, tab }) {
  const picture = (name) => `docs/images/${name}.${language}.png`;
  const button = (name, within = page) => within.getByRole('button', { name, exact: true });
  await page.goto(`${origin}/sandbox`);
  await button(sandbox.hint.dismiss).click();
  await page.getByRole('navigation', { name: sandbox.channels }).getByText(channel).click();

  await button(sandbox.moreOptions).click();
  await page.getByRole('menuitem', { name: sandbox.workflows }).click();
  await button(sandbox.addWorkflow).click();
  const dialog = page.getByRole('dialog');
  const url = dialog.getByRole('textbox', { name: sandbox.workflowUrl(sandbox.workflowDefault(channel)) });
  await url.waitFor();
  const address = await url.inputValue();
  await dialog.screenshot({ path: picture('workflow') });
  await button(sandbox.close, dialog).click();

  await button(sandbox.addTab).click();
  const form = dialog.frameLocator('iframe');
  await form.getByRole('textbox', { name: pages.config.address }).fill(address);
  const save = button(sandbox.save, dialog);
  await save.and(page.locator(':enabled')).waitFor();
  await dialog.screenshot({ path: picture('add-tab') });
  await save.click();
  await dialog.waitFor({ state: 'hidden' });

  await page.getByRole('combobox', { name: sandbox.sample }).selectOption(sandbox.samples['task-created']);
  await button(sandbox.send).click();
  const content = page.locator('iframe').contentFrame();
  await content.getByRole('region', { name: tab.deliveries }).getByRole('listitem').first().waitFor();
  await content.getByText(tab.live.on, { exact: true }).waitFor();
  await page.screenshot({ path: picture('tab') });
}
