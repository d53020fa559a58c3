import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CONFIGURATION_ID, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage, passTime } from '../open-page.tsx';

const ADDRESS = `/remove?id=${CONFIGURATION_ID}`;
const DELETE = 'DELETE /api/configurations/{id}';
const READ = 'GET /api/configurations/{id}';
const HOST = { frame: 'remove' } as const;

function openStored() {
  const server = createFakeServer();
  server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
  return openPage(ADDRESS, { server, host: HOST });
}

describe('the page for removing a tab', () => {
  it('says what stops and what stays, and can be pressed', async () => {
    const { host } = openStored();

    expect(await screen.findByRole('heading', { name: 'Remove “Release news”?' })).toBeDefined();
    expect(screen.getByRole('listitem').textContent).toBe('Task updated');
    expect(screen.getByText(/The Workflow itself stays in Teams/)).toBeDefined();
    expect(host.valid()).toBe(true);
  });

  it('says for how long it can be undone, and where', async () => {
    openStored();
    expect(await screen.findByText(/For 30 days this can be undone/)).toBeDefined();
    const link = screen.getByRole('link', { name: 'the page of this channel' });
    expect(link.getAttribute('href')).toBe(`/channel?id=${CONFIGURATION_ID}`);
  });

  it('removes, and answers once', async () => {
    const { host, server } = openStored();
    await screen.findByRole('heading', { name: /Release news/ });
    host.pressRemove();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.configurations.get(CONFIGURATION_ID)?.state).toBe('removed');
    expect(await screen.findByText('Removed.')).toBeDefined();
  });

  it('says so, too, when it is pressed before anything was read', async () => {
    const { host } = openStored();
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressRemove();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(await screen.findByText('Removed.')).toBeDefined();
  });

  it('takes the id from the host when the address has none', async () => {
    const server = createFakeServer();
    server.store({}, WORKFLOW_URL);
    const { host } = openPage('/remove', {
      server,
      host: { ...HOST, config: { entityId: CONFIGURATION_ID } },
    });
    await screen.findByRole('heading', { name: /Release news/ });
    host.pressRemove();

    await waitFor(() => expect(server.configurations.get(CONFIGURATION_ID)?.state).toBe('removed'));
  });

  it('answers with success when nothing is left to remove', async () => {
    const { host } = openPage(ADDRESS, { host: HOST });
    expect(await screen.findByText(/Nothing is set up for this tab any more/)).toBeDefined();
    host.pressRemove();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
  });

  it('tries three times to reach the server', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { host, server } = openStored();
    await screen.findByRole('heading', { name: /Release news/ });
    server.trouble(DELETE, 'unreachable', { times: 2 });
    host.pressRemove();
    await passTime(1_000);

    expect(host.answers).toEqual([{ ok: true }]);
    expect(server.calls.filter((call) => call === DELETE)).toHaveLength(3);
  });

  it('counts a removal whose answer was lost', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { host, server } = openStored();
    await screen.findByRole('heading', { name: /Release news/ });
    server.trouble(DELETE, 'unreachable', { afterwards: true });
    host.pressRemove();
    await passTime(1_000);

    expect(host.answers).toEqual([{ ok: true }]);
  });

  it('answers within 12 s, once, and says what to do, when the server never answers', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { host, server } = openStored();
    await screen.findByRole('heading', { name: /Release news/ });
    server.trouble(DELETE, 'silent', { times: 9 });
    host.pressRemove();
    await passTime(12_000);
    await passTime(60_000);

    expect(host.answers).toEqual([
      { ok: false, reason: expect.stringContaining('delete the Workflow in Teams') },
    ]);
    expect((await screen.findByRole('alert')).textContent).toContain('The server could not be told');
  });

  it('can be pressed while nothing could be read, and before that', async () => {
    const server = createFakeServer();
    server.store({}, WORKFLOW_URL);
    server.trouble(READ, 'unreachable');
    const { host } = openPage(ADDRESS, { server, host: HOST });

    expect(await screen.findByText(/You can remove it all the same/)).toBeDefined();
    expect(host.valid()).toBe(true);
    host.pressRemove();
    await waitFor(() => expect(server.configurations.get(CONFIGURATION_ID)?.state).toBe('removed'));
  });

  it('registers for Remove before it lets Remove be pressed', async () => {
    const { host } = openStored();
    await waitFor(() => expect(host.valid()).toBe(true));
    expect(host.calls.lastIndexOf('settings.setValidityState')).toBeGreaterThan(
      host.calls.lastIndexOf('registerHandler'),
    );
  });
});
