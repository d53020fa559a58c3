import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CONFIGURATION_ID, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

const CHANNEL = `/channel?id=${CONFIGURATION_ID}`;

/** The browser loses its network, or finds it again. */
function turn(network: 'online' | 'offline'): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(network === 'online');
  act(() => void window.dispatchEvent(new Event(network)));
}

describe('without a network', () => {
  it('a page that could not be loaded says so as its title, and goes on by itself afterwards', async () => {
    const server = createFakeServer();
    server.store({}, WORKFLOW_URL);
    server.trouble('GET /api/configurations/{id}', 'unreachable');
    turn('offline');
    openPage(CHANNEL, { server, host: { frame: 'content' } });

    expect(await screen.findByRole('heading', { level: 1, name: 'You are offline' })).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();

    turn('online');
    expect(
      await screen.findByText('Nothing yet. The next event of a chosen kind shows up here.'),
    ).toBeDefined();
  });

  it('what is shown stays, and a notice comes and goes', async () => {
    const { user } = openPage('/config?host=connector');
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });
    await user.type(name, ' and more');
    turn('offline');
    expect(await screen.findByText('You are offline')).toBeDefined();
    expect(name.value).toBe('Tasks and more');
    turn('online');
    expect(screen.queryByText('You are offline')).toBeNull();
  });
});

it('a page that could not be loaded for another reason has that as its title', async () => {
  const server = createFakeServer();
  server.trouble('GET /api/connector', 'proxy-page');
  openPage('/config', { server });
  expect(await screen.findByRole('heading', { level: 1, name: 'This could not be loaded' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});
