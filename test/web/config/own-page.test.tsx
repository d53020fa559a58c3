import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

const ADDRESS = `/config?edit=${CONFIGURATION_ID}`;
const PATCH = 'PATCH /api/configurations/{id}';

function open(kind: 'tab' | 'connector' = 'tab') {
  const server = createFakeServer();
  server.store({ host: { kind } }, kind === 'tab' ? WORKFLOW_URL : CONNECTOR_URL);
  return openPage(ADDRESS, { server, host: { frame: 'content' } });
}
const saveButton = () => screen.findByRole('button', { name: 'Save' });

describe('editing outside a host’s dialog', () => {
  it('saves with a button of its own, asks nothing of the host, and leads back', async () => {
    const { user, server, host } = open();
    await user.click(await screen.findByRole('checkbox', { name: /Task created/ }));
    await user.click(await saveButton());
    expect(await screen.findByText('Saved.')).toBeDefined();
    expect(server.configurations.get(CONFIGURATION_ID)?.eventTypes).toEqual(['task.created', 'task.updated']);
    expect(host.calls).not.toContain('settings.setSettings');
    expect(host.calls).not.toContain('settings.setValidityState');
    expect(screen.getByRole('link', { name: 'Back to the channel' }).getAttribute('href')).toBe(
      `/channel?id=${CONFIGURATION_ID}`,
    );
  });

  it('keeps where a connector posts', async () => {
    const { user, server } = open('connector');
    await user.click(await screen.findByRole('checkbox', { name: /Task created/ }));
    await user.click(await saveButton());
    expect(await screen.findByText('Saved.')).toBeDefined();
    expect(server.urls.get(CONFIGURATION_ID)).toBe(CONNECTOR_URL);
    expect(screen.queryByRole('textbox', { name: 'Address of the Workflow' })).toBeNull();
  });

  it('says what went wrong, and keeps what was entered', async () => {
    const { user, server } = open();
    await user.click(await screen.findByRole('checkbox', { name: /Task created/ }));
    server.trouble(PATCH, 'unreachable', { times: 9 });
    await user.click(await saveButton());
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.');
    expect(screen.getByRole('checkbox', { name: /Task created/ })).toHaveProperty('checked', true);
  });

  it('cannot be pressed while something is missing', async () => {
    const { user, server } = open();
    await user.click(await screen.findByRole('checkbox', { name: /Task updated/ }));
    const button = await saveButton();
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    await user.click(button);
    expect(server.calls).not.toContain(PATCH);
  });

  it('sets nothing up anew in place of what was removed', async () => {
    const { server } = openPage(ADDRESS, { host: { frame: 'content' } });
    expect(await screen.findByText(/This no longer exists/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(server.configurations.size).toBe(0);
  });
});
