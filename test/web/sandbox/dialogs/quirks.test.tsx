import { app, pages } from '@microsoft/teams-js';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { installation } from '../fake-api.ts';
import { enterFrameNamed, openSandbox } from '../open-sandbox.tsx';

const CONNECTOR = installation({ kind: 'connector', webhookUrl: 'https://hook.example/0' });

async function turnOn(user: UserEvent, name: RegExp): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /^Quirks/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Quirks of the host' }));
  await user.click(dialog.getByRole('checkbox', { name }));
  await user.click(dialog.getByRole('button', { name: 'Close' }));
}

async function manage(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: 'More options' }));
  await user.click(screen.getByRole('menuitem', { name: 'Manage connectors' }));
  await user.click(await screen.findByRole('button', { name: 'Manage Harbour' }));
  return enterFrameNamed('Harbour for Builds');
}

function openWithConnector() {
  return openSandbox((api) => {
    api.state.installations.push(CONNECTOR);
  });
}

it('are counted beside their button, and can all be turned off', async () => {
  const { user } = openSandbox();
  await turnOn(user, /^Names are missing/);
  await turnOn(user, /^Answers come late/);
  expect(screen.getByLabelText('2 quirks are on')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Quirks/ }));
  await user.click(screen.getByRole('button', { name: 'All off' }));
  expect(screen.queryByLabelText(/quirks? (is|are) on/)).toBeNull();
});

it('a connector is managed where its page said', async () => {
  const { user } = openWithConnector();
  expect((await manage(user)).iframe.src).toBe('https://app.example/channel');
});

it('a connector is managed where the manifest says, when contentUrl is ignored', async () => {
  const { user } = openWithConnector();
  await turnOn(user, /^contentUrl is ignored/);
  expect((await manage(user)).iframe.src).toContain('/config?host=connector');
});

it('the webhook that came while saving is the one that is stored', async () => {
  const { api, user } = openWithConnector();
  await turnOn(user, /^Webhook changes while saving/);
  await manage(user);
  await app.initialize();
  pages.config.registerOnSaveHandler((event) => {
    void pages.config.setConfig({ contentUrl: 'https://app.example/' }).then(() => event.notifySuccess());
  });
  pages.config.setValidityState(true);
  const save = screen.getByRole('button', { name: 'Save' });
  await waitFor(() => expect(save).toHaveProperty('disabled', false));
  await user.click(save);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const stored = api.calls.findLast(({ call }) => call.startsWith('PUT /installations'));
  expect(stored?.body).toMatchObject({ webhookId: 'webhook-1' });
  expect(api.calls.map(({ call }) => call)).not.toContain('DELETE /webhooks/webhook-1');
});
