import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

const RESUME = 'POST /api/configurations/{id}/resume';

function open(part: Parameters<ReturnType<typeof createFakeServer>['store']>[0] = {}) {
  const server = createFakeServer();
  server.store(part, CONNECTOR_URL);
  const config = { entityId: CONFIGURATION_ID, webhookUrl: CONNECTOR_URL };
  return openPage('/config?host=connector', { server, host: { config } });
}

describe('the settings of a paused channel', () => {
  it('say until when, and end the pause as is chosen', async () => {
    const { user, server } = open({ state: 'paused', onResume: 'replay' });
    expect(await screen.findByText('Paused: nothing is posted at the moment')).toBeDefined();
    expect(screen.getByText(/Then what waited is posted in order/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Resume…' }));
    await user.click(await screen.findByRole('radio', { name: /None of it is posted/ }));
    await user.click(screen.getByRole('button', { name: 'Resume and drop it' }));
    await waitFor(() => expect(screen.queryByText(/^Paused/)).toBeNull());
    expect(server.lastBody(RESUME)).toEqual({ mode: 'drop' });
  });

  it('say what went wrong, and can be saved after it was resumed', async () => {
    const { user, server, host } = open({ state: 'paused' });
    server.trouble(RESUME, { code: 'unavailable' });
    await user.click(await screen.findByRole('button', { name: 'Resume…' }));
    await user.click(await screen.findByRole('button', { name: 'Resume' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot answer right now.');
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(screen.queryByText(/^Paused/)).toBeNull());

    await user.click(screen.getByRole('checkbox', { name: /Task created/ }));
    host.pressSave(CONNECTOR_URL);
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.configurations.get(CONFIGURATION_ID)).toMatchObject({
      state: 'active',
      eventTypes: ['task.created', 'task.updated'],
    });
  });
});

it('a pause can be made longer in the settings', async () => {
  const { user, server } = open({ state: 'paused', pausedUntil: '2099-11-22T09:00:00.000Z' });
  await user.click(await screen.findByRole('button', { name: 'Change the pause…' }));
  await user.click(await screen.findByRole('radio', { name: 'Until somebody resumes it' }));
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(await screen.findByText(/It goes on when somebody resumes it/)).toBeDefined();
  expect(server.lastBody('POST /api/configurations/{id}/pause')).toEqual({ onResume: 'catch_up' });
});

it('a connector’s settings say what Remove ends, and where that can be undone', async () => {
  const { user } = open();
  await user.click(await screen.findByText('What Remove ends'));
  expect(await screen.findByText(/this channel gets no more of these events/)).toBeDefined();
  expect(screen.getByText(/For 30 days this can be undone/)).toBeDefined();
});
