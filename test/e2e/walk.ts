import { expect, type Page } from '@playwright/test';
import { Teams } from './teams.ts';

export interface Walk {
  page: Page;
  /** Sends a real push of GitHub's to the server under test; answers to how many channels it goes. */
  sendPush(): Promise<number>;
  /** Where posts do not come in by themselves: looks again. */
  refresh(): Promise<void>;
}

/**
 * The life of a channel: a connector is configured and gets a card, is edited and gets others, a tab is added
 * with a Workflow's address, and all of it is removed again.
 */
export async function walk({ page, sendPush, refresh }: Walk): Promise<void> {
  const teams = new Teams(page);
  const posts = async (count: number) => {
    await expect(async () => {
      await refresh();
      await expect(teams.posts).toHaveCount(count, { timeout: 1_000 });
    }).toPass();
  };

  // Configure the connector for pushes alone.
  let form = await teams.configureConnector();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('General');
  await expect(teams.save).toBeEnabled();
  const chosen = form.getByRole('checkbox', { checked: true });
  while ((await chosen.count()) > 0) await chosen.first().uncheck();
  await expect(teams.save).toBeDisabled();
  await teams.tick(form, 'Push');
  await form.getByRole('textbox', { name: 'Name' }).fill('Pushes');
  await teams.save.click();
  await expect(page.getByText('Pushes was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');

  // The channel was greeted, or nothing would have been saved.
  await posts(1);
  await expect(teams.posts.first()).toContainText('Connected: Pushes');

  // A real push arrives as a card, and says so on a phone's lock screen.
  expect(await sendPush()).toBe(1);
  await posts(2);
  await expect(teams.posts.last()).toContainText('Codertocat');

  // Edit: everything is as it was; take the pushes away.
  form = await teams.manageConnector('Pushes');
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Pushes');
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await teams.tick(form, 'Push', false);
  await teams.tick(form, 'Release published');
  await teams.save.click();
  await expect(page.getByText('Pushes was saved.').first()).toBeVisible();
  await expect(teams.page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  expect(await sendPush()).toBe(0);

  // A tab with a Workflow's address, for pushes again.
  const url = await teams.addWorkflow();
  form = await teams.addTab();
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeVisible();
  await expect(teams.save).toBeDisabled();
  await form.getByRole('textbox', { name: /address/i }).fill(url.replace('https:', 'http:'));
  await expect(form.getByText(/https/).first()).toBeVisible();
  await expect(teams.save).toBeDisabled();
  await form.getByRole('textbox', { name: /address/i }).fill(url);
  await teams.tick(form, 'Push');
  await expect(teams.save).toBeEnabled();
  await teams.save.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('tab', { name: 'Posts' }).click();
  expect(await sendPush()).toBe(1);
  await posts(4);

  // Remove the tab and the connector: nothing comes any more.
  await page.getByRole('tab', { name: 'Cardwire' }).click();
  await page.getByRole('button', { name: /^Options of the tab/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(teams.frame().getByText('this channel gets no more of these events')).toBeVisible();
  await teams.remove.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  form = await teams.manageConnector('Pushes');
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Pushes');
  await expect(teams.remove).toBeEnabled();
  await teams.remove.click();
  await expect(page.getByText('Pushes was removed.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await sendPush()).toBe(0);
  await posts(4);
}
