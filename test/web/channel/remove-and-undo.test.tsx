import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, exampleDelivery } from '../examples.ts';
import { openChannel } from './open-channel.ts';

const DELETE = 'DELETE /api/configurations/{id}';
const RESTORE = 'POST /api/configurations/{id}/restore';
const REMOVED = {
  state: 'removed',
  removedAt: '2026-11-20T12:00:00.000Z',
  updatedByName: 'Alex Wilber',
} as const;
const button = (name: string) => screen.findByRole('button', { name });

describe('removing on the channel’s page', () => {
  it('says what stops and until when it can be undone, and asks first', async () => {
    const { user, server } = openChannel();
    await user.click(await button('Remove…'));
    const panel = await screen.findByRole('region', { name: 'Remove “Release news”?' });
    expect(within(panel).getByRole('listitem').textContent).toBe('Task updated');
    expect(within(panel).getByText('For 30 days this can be undone here.')).toBeDefined();
    expect(server.calls).not.toContain(DELETE);

    await user.click(within(panel).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('This was removed')).toBeDefined();
    expect(server.calls).toContain(DELETE);
    expect(screen.queryByRole('button', { name: 'Pause…' })).toBeNull();
  });

  it('says what went wrong and removes nothing', async () => {
    const { user, now } = openChannel({}, (server) => server.trouble(DELETE, { code: 'unavailable' }));
    await user.click(await button('Remove…'));
    await user.click(await button('Remove'));
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot answer right now.');
    expect(now()?.state).toBe('active');
  });
});

describe('what was removed', () => {
  it('shows who removed it, until when that can be undone, and what was', async () => {
    openChannel(REMOVED, (server) => server.deliveries.push([exampleDelivery()]));
    expect(await screen.findByText(/Alex Wilber removed it: Nov 20, 2026/)).toBeDefined();
    expect(screen.getByText(/can be undone until Dec 20, 2026/)).toBeDefined();
    expect(screen.getByText('Buy milk')).toBeDefined();
    expect(screen.getByText('Removed')).toBeDefined();
  });

  it('comes back when its removal is undone', async () => {
    const { user, server } = openChannel({ ...REMOVED, version: 7 });
    await user.click(await button('Undo the removal'));
    expect(await screen.findByText('Active')).toBeDefined();
    expect(server.lastBody(RESTORE)).toEqual({ version: 7 });
    expect(await button('Pause…')).toBeDefined();
  });

  it('says so when somebody was quicker, or its time is over', async () => {
    const { user, server } = openChannel({ ...REMOVED, version: 7 });
    await button('Undo the removal');
    server.trouble(RESTORE, { code: 'configuration-changed' });
    await user.click(await button('Undo the removal'));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed this');
    server.configurations.delete(CONFIGURATION_ID);
    await user.click(await button('Undo the removal'));
    expect(await screen.findByText(/This no longer exists/)).toBeDefined();
  });
});
