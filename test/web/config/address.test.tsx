import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONNECTOR_URL, WORKFLOW_URL } from '../examples.ts';
import { openPage } from '../open-page.tsx';

const RECOGNISE = 'POST /api/destinations/recognise';

async function openTab() {
  const opened = openPage('/config?host=tab');
  const field = await screen.findByRole('textbox', { name: 'Address of the Workflow' });
  const paste = async (text: string) => {
    await opened.user.clear(field);
    await opened.user.click(field);
    await opened.user.paste(text);
  };
  return { ...opened, field, paste };
}

describe('the address of a Workflow', () => {
  it('says why an address is refused, and keeps Save away', async () => {
    const { host, field, paste } = await openTab();
    await paste('https://example.com/hook');

    expect(await screen.findByText(/The end of the address is missing or cut off/)).toBeDefined();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(host.valid()).toBe(false);
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  });

  it('is asked about once typing rests, not at every letter', async () => {
    const { server, user, field } = await openTab();
    await user.type(field, 'https://a.api.powerplatform.com/');
    await screen.findByText(/A Workflow in Teams/);

    expect(server.calls.filter((call) => call === RECOGNISE)).toHaveLength(1);
  });

  it('takes Save back as soon as a recognised address is changed', async () => {
    const { host, paste, user, field } = await openTab();
    await paste(WORKFLOW_URL);
    await waitFor(() => expect(host.valid()).toBe(true));
    await user.type(field, 'x');

    expect(host.valid()).toBe(false);
    expect(screen.getByText('Checking the address…')).toBeDefined();
  });

  it('can be checked again after the server could not be reached', async () => {
    const { host, server, paste, user } = await openTab();
    server.trouble(RECOGNISE, 'unreachable');
    await paste(WORKFLOW_URL);
    await user.click(await screen.findByRole('button', { name: 'Check again' }));

    await waitFor(() => expect(host.valid()).toBe(true));
  });

  it('warns that connectors are retired, but takes their address', async () => {
    const { host, paste } = await openTab();
    await paste(CONNECTOR_URL);

    expect(await screen.findByText(/shut down connectors in Teams in May 2026/)).toBeDefined();
    await waitFor(() => expect(host.valid()).toBe(true));
  });
});
