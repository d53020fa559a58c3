import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage, passTime } from '../open-page.tsx';

const PUT = 'PUT /api/configurations/{id}/destination';

describe('editing a channel', () => {
  it('shows what is stored, though the host has forgotten everything but the id', async () => {
    const server = createFakeServer();
    server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
    const { host } = openPage('/config?host=tab', {
      server,
      host: { config: { entityId: CONFIGURATION_ID } },
    });

    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Release news');
    expect(screen.getByRole('checkbox', { name: 'Task updated' })).toHaveProperty('checked', true);
    expect(screen.getByRole('checkbox', { name: 'Task created' })).toHaveProperty('checked', false);
    expect(screen.getByText(/…tuvw/)).toBeDefined();
    // Where it posts need not be pasted again.
    await waitFor(() => expect(host.valid()).toBe(true));
  });

  it('changes the stored one and keeps its destination when no address is pasted', async () => {
    const server = createFakeServer();
    server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
    const { host, user } = openPage('/config?host=tab', {
      server,
      host: { config: { entityId: CONFIGURATION_ID } },
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Task created' }));
    host.pressSave();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.configurations.get(CONFIGURATION_ID)?.eventTypes).toEqual(['task.created', 'task.updated']);
    expect(server.tested).toEqual([]);
    expect(server.urls.get(CONFIGURATION_ID)).toBe(WORKFLOW_URL);
    expect(host.lastArgs('settings.setSettings')?.[0]).toMatchObject({ entityId: CONFIGURATION_ID });
  });

  it('swaps the destination when an address is pasted', async () => {
    const server = createFakeServer();
    server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
    const { host, user } = openPage('/config?host=tab', {
      server,
      host: { config: { entityId: CONFIGURATION_ID } },
    });
    await user.click(await screen.findByRole('textbox', { name: 'Address of the Workflow' }));
    await user.paste(`${WORKFLOW_URL}xyz`);
    await screen.findByText(/A Workflow in Teams: .*wxyz/);
    host.pressSave();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.urls.get(CONFIGURATION_ID)).toBe(`${WORKFLOW_URL}xyz`);
  });

  it('follows the URL that a connector dialog gives now, at once and without Save', async () => {
    const server = createFakeServer();
    server.store({}, CONNECTOR_URL);
    openPage('/config?host=connector', {
      server,
      host: { config: { entityId: CONFIGURATION_ID, webhookUrl: `${CONNECTOR_URL}new` } },
    });

    expect(await screen.findByText(/Teams gave this channel a new address/)).toBeDefined();
    expect(server.urls.get(CONFIGURATION_ID)).toBe(`${CONNECTOR_URL}new`);
  });

  it('opens all the same when the new URL cannot be stored yet', async () => {
    const server = createFakeServer();
    server.store({}, CONNECTOR_URL);
    server.trouble(PUT, { code: 'unavailable' });
    const { host } = openPage('/config?host=connector', {
      server,
      host: { config: { entityId: CONFIGURATION_ID, webhookUrl: `${CONNECTOR_URL}new` } },
    });

    expect(await screen.findByText(/Press Save, so that events go there/)).toBeDefined();
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.urls.get(CONFIGURATION_ID)).toBe(`${CONNECTOR_URL}new`);
  });

  it('takes a dialog that gives a URL for a connector’s, whatever its address says', async () => {
    openPage('/config?host=tab', { host: { config: { webhookUrl: CONNECTOR_URL } } });
    await screen.findByRole('textbox', { name: 'Name' });
    expect(screen.queryByRole('textbox', { name: 'Address of the Workflow' })).toBeNull();
  });

  it('says so when the server does not know what the host remembers, and sets it up anew', async () => {
    const { host, server } = openPage('/config?host=connector', {
      host: { config: { entityId: 'of another time', webhookUrl: CONNECTOR_URL } },
    });

    expect(await screen.findByText('What Teams remembers here is not known to the server')).toBeDefined();
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    const [id] = server.configurations.keys();
    expect(host.lastArgs('settings.setSettings')?.[0]).toMatchObject({ entityId: id });
  });

  it('says when it is broken, and why', async () => {
    const server = createFakeServer();
    server.store({ state: 'broken', stateReason: 'WorkflowNotFound.', host: { kind: 'tab' } }, WORKFLOW_URL);
    openPage('/config?host=tab', { server, host: { config: { entityId: CONFIGURATION_ID } } });

    expect(await screen.findByText('Nothing can be posted at the moment')).toBeDefined();
    expect(screen.getByText(/WorkflowNotFound/)).toBeDefined();
    expect(screen.getByText(/Paste a new address and save/)).toBeDefined();
  });

  it('lets go of events that are no longer offered, and says so', async () => {
    const server = createFakeServer();
    server.store({ eventTypes: ['task.updated', 'task.sung'] }, CONNECTOR_URL);
    const { host } = openPage('/config?host=connector', {
      server,
      host: { config: { entityId: CONFIGURATION_ID, webhookUrl: CONNECTOR_URL } },
    });

    expect(await screen.findByText(/One event that was chosen here is no longer offered/)).toBeDefined();
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.configurations.get(CONFIGURATION_ID)?.eventTypes).toEqual(['task.updated']);
  });

  it('lets the connector dialog go on removing though the server is down', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const server = createFakeServer();
    server.store({}, CONNECTOR_URL);
    const { host } = openPage('/config?host=connector', {
      server,
      host: { config: { entityId: CONFIGURATION_ID, webhookUrl: CONNECTOR_URL } },
    });
    await screen.findByRole('textbox', { name: 'Name' });
    server.trouble('DELETE /api/configurations/{id}', 'silent', { times: 9 });
    host.pressRemove();
    await passTime(12_000);

    expect(host.answers).toEqual([{ ok: true }]);
  });

  it('removes in the connector dialog and answers, once', async () => {
    const server = createFakeServer();
    server.store({}, CONNECTOR_URL);
    const { host } = openPage('/config?host=connector', {
      server,
      host: { config: { entityId: CONFIGURATION_ID, webhookUrl: CONNECTOR_URL } },
    });
    await screen.findByRole('textbox', { name: 'Name' });
    host.pressRemove();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.configurations.get(CONFIGURATION_ID)?.state).toBe('removed');
  });
});
