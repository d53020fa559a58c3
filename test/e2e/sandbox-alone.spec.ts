import { expect, test } from '@playwright/test';
import { type ForeignApp, SDKS, type Sdk, startForeignApp } from './foreign/app.ts';
import { startAloneSandbox, type TestServer } from './server.ts';
import { Teams } from './teams.ts';

let app: ForeignApp;
test.beforeAll(async () => {
  app = await startForeignApp();
});
test.afterAll(() => app.stop());

for (const sdk of Object.keys(SDKS) as Sdk[]) {
  test.describe(`a page of others with the SDK ${sdk}`, () => {
    let sandbox: TestServer;
    test.beforeAll(async () => {
      sandbox = await startAloneSandbox(app.pageUrl(sdk), 'Weather');
    });
    test.afterAll(() => sandbox.stop());

    test('is set up as a connector, posts, is edited and removed', async ({ page }) => {
      await page.route('https://res.cdn.office.net/**', (route) =>
        route.fulfill({ json: { validOrigins: [] } }),
      );
      await page.goto(`${sandbox.origin}/sandbox`);
      const teams = new Teams(page);
      let form = await teams.configureConnector();
      await expect(form.getByText('New')).toBeVisible();
      await expect(form.getByText('default')).toBeVisible();
      await expect(teams.save).toBeDisabled();
      await form.getByRole('textbox', { name: 'Town' }).fill('Brest');
      await teams.save.click();
      await expect(page.getByText('Weather of Brest was saved.').first()).toBeVisible();
      await expect(page.getByRole('dialog')).toBeHidden();

      // Its server posts to the address that the page was given, without knowing of any sandbox.
      const settings = app.saved.at(-1)?.settings;
      const answer = await fetch(String(settings?.webhookUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'Rain from the west' }),
      });
      expect(await answer.text()).toBe('1');
      await expect(teams.posts.last()).toContainText('Rain from the west');
      await page.getByRole('button', { name: 'Post a card' }).click();
      await expect(page.getByText('Answered with 200: 1')).toBeVisible();
      await expect(teams.posts).toHaveCount(2);

      form = await teams.manageConnector('Weather of Brest');
      await expect(form.getByText('Known: Brest')).toBeVisible();
      await teams.remove.click();
      await expect(page.getByText('Weather of Brest was removed.').first()).toBeVisible();
      expect(app.saved.at(-1)?.frame).toBe('remove');
    });

    test('is added as a tab and shows its content', async ({ page }) => {
      await page.route('https://res.cdn.office.net/**', (route) =>
        route.fulfill({ json: { validOrigins: [] } }),
      );
      await page.goto(`${sandbox.origin}/sandbox`);
      const teams = new Teams(page);
      const form = await teams.addTab();
      // It fills its form in by itself first.
      await expect(form.getByText('New')).toBeVisible();
      await form.getByRole('textbox', { name: 'Town' }).fill('Calais');
      await teams.save.click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(
        page.frameLocator('iframe').getByRole('heading', { name: 'Sunny in Calais' }),
      ).toBeVisible();
    });
  });
}
