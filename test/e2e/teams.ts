import type { FrameLocator, Locator, Page } from '@playwright/test';

/** What a team member does in the sandbox, by the names that people and screen readers see. */
export class Teams {
  readonly page: Page;
  /** The addresses of those that were added. */
  private readonly workflows = new Set<string>();

  constructor(page: Page) {
    this.page = page;
  }

  async openChannel(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Channels' }).getByText(name).click();
  }

  /** Opens the connector dialog and answers its page. */
  async configureConnector(): Promise<FrameLocator> {
    await this.openConnectors();
    await this.page.getByRole('button', { name: /^Configure/ }).click();
    return this.frame();
  }

  async manageConnector(name: string): Promise<FrameLocator> {
    await this.openConnectors();
    await this.page.getByRole('button', { name: `Manage ${name}` }).click();
    return this.frame();
  }

  private async openConnectors(): Promise<void> {
    await this.page.getByRole('button', { name: 'More options' }).click();
    await this.page.getByRole('menuitem', { name: 'Manage connectors' }).click();
  }

  async addTab(): Promise<FrameLocator> {
    await this.page.getByRole('button', { name: 'Add a tab' }).click();
    return this.frame();
  }

  /** Adds a workflow to the open channel, which has no others but ours, and answers its URL. */
  async addWorkflow(): Promise<string> {
    await this.page.getByRole('button', { name: 'More options' }).click();
    await this.page.getByRole('menuitem', { name: 'Workflows' }).click();
    await this.page.getByRole('button', { name: 'Add workflow' }).click();
    const fields = this.page.getByRole('textbox', { name: /^Webhook URL of/ });
    await fields.nth(this.workflows.size).waitFor();
    const urls = await Promise.all((await fields.all()).map((field) => field.inputValue()));
    const url = urls.find((one) => !this.workflows.has(one)) ?? '';
    this.workflows.add(url);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    return url;
  }

  /** What the webhooks of the open channel answer from now on, by its name. */
  async letWebhooks(name: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'More options' }).click();
    await this.page.getByRole('menuitem', { name: 'What webhooks do' }).click();
    const dialog = this.page.getByRole('dialog');
    const stored = this.page.waitForResponse((response) => response.url().endsWith('/behaviour'));
    await dialog.getByRole('radio', { name }).check();
    await stored;
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Ticks an event of the form, or takes its tick away, wherever it is in the groups. */
  async tick(form: FrameLocator, event: string, on = true): Promise<void> {
    const search = form.getByRole('searchbox', { name: 'Search events' });
    await search.fill(event);
    await form.getByRole('checkbox', { name: event, exact: true }).setChecked(on);
    await search.fill('');
  }

  frame(): FrameLocator {
    return this.page.getByRole('dialog').frameLocator('iframe');
  }

  get save(): Locator {
    return this.page.getByRole('dialog').getByRole('button', { name: 'Save' });
  }

  get remove(): Locator {
    return this.page.getByRole('dialog').getByRole('button', { name: 'Remove' });
  }

  get posts(): Locator {
    return this.page.getByRole('list', { name: 'Posts' }).locator('> li');
  }
}
