import { app, pages } from '@microsoft/teams-js';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BUILDS, type FakeApi, installation } from '../fake-api.ts';
import { enterFrameNamed, openSandbox } from '../open-sandbox.tsx';

const SETTINGS = {
  entityId: 'one',
  contentUrl: 'https://app.example/channel',
  suggestedDisplayName: 'Harbour builds',
};
const CONNECTOR = installation({ kind: 'connector', webhookUrl: 'https://hook.example/1' });

/** Opens the dialog of a new connector, with the SDK initialized in its page. */
async function openNew(prepare?: (api: FakeApi) => void) {
  const opened = openSandbox(prepare);
  const { user } = opened;
  await user.click(await screen.findByRole('button', { name: 'More options' }));
  await user.click(screen.getByRole('menuitem', { name: 'Manage connectors' }));
  await user.click(await screen.findByRole('button', { name: 'Configure' }));
  const page = await enterFrameNamed('Cardwire for Builds');
  await app.initialize();
  return { ...opened, page };
}

/** Opens the dialog of a connector that is configured. */
async function openConfigured() {
  const opened = openSandbox((api) => {
    api.state.installations.push(CONNECTOR);
  });
  const { user } = opened;
  await user.click(await screen.findByRole('button', { name: 'More options' }));
  await user.click(screen.getByRole('menuitem', { name: 'Manage connectors' }));
  await user.click(await screen.findByRole('button', { name: 'Manage Harbour' }));
  const page = await enterFrameNamed('Harbour for Builds');
  await app.initialize();
  return { ...opened, page };
}

const save = () => screen.getByRole('button', { name: 'Save' });

describe('a new connector', () => {
  it('opens the page as Teams does: settings frame, theme and language in its address', async () => {
    const { page } = await openNew();
    expect(app.getFrameContext()).toBe('settings');
    expect(page.iframe.src).toBe(
      `${window.location.origin}/config?host=connector&theme=default&locale=en-US`,
    );
    expect(await pages.getConfig()).toMatchObject({ webhookUrl: 'https://hook.example/1', appType: 'teams' });
  });

  it('can be saved only while the page says so', async () => {
    await openNew();
    expect(save()).toHaveProperty('disabled', true);
    pages.config.setValidityState(true);
    await waitFor(() => expect(save()).toHaveProperty('disabled', false));
    pages.config.setValidityState(false);
    await waitFor(() => expect(save()).toHaveProperty('disabled', true));
  });

  it('is stored with what the page set, once the page reports success', async () => {
    const { api, user } = await openNew();
    pages.config.registerOnSaveHandler((event) => {
      void pages.config.setConfig(SETTINGS).then(() => event.notifySuccess());
    });
    pages.config.setValidityState(true);
    await waitFor(() => expect(save()).toHaveProperty('disabled', false));
    await user.click(save());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.calls.findLast(({ call }) => call === 'POST /installations')?.body).toEqual({
      kind: 'connector',
      webhookId: 'webhook-1',
      settings: SETTINGS,
      personId: 'ada',
    });
    expect(api.calls.map(({ call }) => call)).not.toContain('DELETE /webhooks/webhook-1');
    expect(screen.getAllByText('Harbour builds was saved.').length).toBeGreaterThan(0);
  });

  it('shows why the page could not save, stores nothing and stays open', async () => {
    const { api, user } = await openNew();
    pages.config.registerOnSaveHandler((event) => event.notifyFailure('the server is down'));
    pages.config.setValidityState(true);
    await waitFor(() => expect(save()).toHaveProperty('disabled', false));
    await user.click(save());
    expect(await screen.findByText('The page could not save: the server is down')).toBeDefined();
    expect(save()).toHaveProperty('disabled', false);
    expect(api.calls.map(({ call }) => call)).not.toContain('POST /installations');
  });

  it('says so when the page reports success without having set anything', async () => {
    const { user } = await openNew();
    pages.config.registerOnSaveHandler((event) => event.notifySuccess());
    pages.config.setValidityState(true);
    await waitFor(() => expect(save()).toHaveProperty('disabled', false));
    await user.click(save());
    expect(await screen.findByText(/never called setSettings/)).toBeDefined();
  });

  it('shows that it is saving, and takes no second press meanwhile', async () => {
    const { user } = await openNew();
    let answer = () => {};
    pages.config.registerOnSaveHandler((event) => {
      answer = () => event.notifyFailure('later');
    });
    pages.config.setValidityState(true);
    await waitFor(() => expect(save()).toHaveProperty('disabled', false));
    await user.click(save());
    expect(await screen.findByRole('button', { name: 'Saving…' })).toHaveProperty('disabled', true);
    act(answer);
    expect(await screen.findByText(/later/)).toBeDefined();
  });

  it('takes its webhook back when the dialog is cancelled', async () => {
    const { api, user } = await openNew();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(api.calls.map(({ call }) => call)).toContain('DELETE /webhooks/webhook-1'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be tried again when its webhook could not be made', async () => {
    const { api, user } = openSandbox(({ trouble }) => trouble.set('POST /webhooks', ''));
    await user.click(await screen.findByRole('button', { name: 'More options' }));
    await user.click(screen.getByRole('menuitem', { name: 'Manage connectors' }));
    await user.click(await screen.findByRole('button', { name: 'Configure' }));
    const again = await screen.findByRole('button', { name: 'Try again' });
    api.trouble.clear();
    await user.click(again);
    expect(await screen.findByTitle('Cardwire for Builds')).toBeDefined();
  });

  it('stays open with what was ticked when the server refuses it', async () => {
    const { user } = await openNew(({ trouble }) =>
      trouble.set('POST /installations', 'The webhook is gone.'),
    );
    pages.config.registerOnSaveHandler((event) => {
      void pages.config.setConfig(SETTINGS).then(() => event.notifySuccess());
    });
    pages.config.setValidityState(true);
    await waitFor(() => expect(save()).toHaveProperty('disabled', false));
    await user.click(save());
    expect(await screen.findByText('The server refused this: The webhook is gone.')).toBeDefined();
    expect(screen.getByTitle('Cardwire for Builds')).toBeDefined();
  });
});

describe('a configured connector', () => {
  it('gives the page what it stored', async () => {
    await openConfigured();
    expect(await pages.getConfig()).toMatchObject({ entityId: 'one', webhookUrl: 'https://hook.example/1' });
  });

  it('keeps its webhook when it is saved again', async () => {
    const { api, user } = await openConfigured();
    pages.config.registerOnSaveHandler((event) => {
      void pages.config.setConfig(SETTINGS).then(() => event.notifySuccess());
    });
    pages.config.setValidityState(true);
    await waitFor(() => expect(save()).toHaveProperty('disabled', false));
    await user.click(save());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(
      api.calls.findLast(({ call }) => call === 'PUT /installations/installation-1')?.body,
    ).toMatchObject({
      settings: SETTINGS,
    });
    expect(api.calls.map(({ call }) => call)).not.toContain('POST /webhooks');
  });

  it('is removed through its page, in the settings frame', async () => {
    const { api, user } = await openConfigured();
    pages.config.registerOnRemoveHandler((event) => event.notifySuccess());
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.state.installations).toEqual([]);
  });

  it('is removed although its page reports a failure, and the page’s words are shown', async () => {
    const { api, user } = await openConfigured();
    pages.config.registerOnRemoveHandler((event) => event.notifyFailure('still needed'));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect((await screen.findAllByText(/The page reported: still needed/)).length).toBeGreaterThan(0);
    expect(api.state.installations).toEqual([]);
  });
});

it('changes the theme of the open page when the sandbox’s is changed', async () => {
  const { user } = openSandbox((api) => {
    api.state.installations.push(installation());
  });
  await user.click(await screen.findByRole('tab', { name: 'Harbour' }));
  await enterFrameNamed('Harbour');
  await app.initialize();
  const themes: string[] = [];
  app.registerOnThemeChangeHandler((theme) => themes.push(theme));
  await user.click(screen.getByRole('button', { name: 'Appearance' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
  await waitFor(() => expect(themes).toEqual(['dark']));
  expect(await app.getContext()).toMatchObject({ app: { theme: 'dark' }, channel: { id: BUILDS.id } });
});

it('writes what host and page say into the protocol log', async () => {
  const { user, page } = await openNew();
  page.post({ id: 80, func: 'meeting.getMeetingDetails', args: [] });
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Protocol log' }));
  const log = within(screen.getByRole('complementary', { name: 'Protocol log' }));
  expect(log.getAllByText('initialize')).toHaveLength(2);
  expect(log.getByText('unknown call: not answered')).toBeDefined();
});
