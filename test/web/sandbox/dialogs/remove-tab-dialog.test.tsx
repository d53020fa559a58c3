import { app, pages } from '@microsoft/teams-js';
import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { installation } from '../fake-api.ts';
import { enterFrameNamed, openSandbox } from '../open-sandbox.tsx';

const REMOVE_URL = 'https://app.example/remove?theme={theme}';

/** Opens the dialog that removes a tab, up to the moment before its page has started. */
async function openRemoval(removeUrl?: string) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const settings = { ...installation().settings, ...(removeUrl && { removeUrl }) };
  const opened = openSandbox((api) => {
    api.state.installations.push(installation({ settings }));
  });
  const { user } = opened;
  await user.click(await screen.findByRole('tab', { name: 'Harbour' }));
  await user.click(screen.getByRole('button', { name: 'Options of the tab Harbour' }));
  await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
  return opened;
}

// In jsdom a frame takes no focus, and after a while the dialog's focus trap takes it for one that was left.
const remove = () => screen.getByRole('button', { name: 'Remove', hidden: true });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('a tab with a page for its removal', () => {
  it('opens that page in the remove frame', async () => {
    await openRemoval(REMOVE_URL);
    const page = await enterFrameNamed('Remove Harbour?');
    await app.initialize();
    expect(page.iframe.src).toBe('https://app.example/remove?theme=default');
    expect(app.getFrameContext()).toBe('remove');
    expect(await pages.getConfig()).toMatchObject({ entityId: 'one' });
  });

  it('can be removed as soon as the page says so, and not disabled again', async () => {
    await openRemoval(REMOVE_URL);
    await enterFrameNamed('Remove Harbour?');
    await app.initialize();
    expect(remove()).toHaveProperty('disabled', true);
    pages.config.setValidityState(true);
    await wait(0);
    expect(remove()).toHaveProperty('disabled', false);
    pages.config.setValidityState(false);
    await wait(0);
    expect(remove()).toHaveProperty('disabled', false);
  });

  it('can be removed after five seconds whatever the page says', async () => {
    await openRemoval(REMOVE_URL);
    await screen.findByTitle('Remove Harbour?');
    expect(remove()).toHaveProperty('disabled', true);
    await wait(5_000);
    expect(remove()).toHaveProperty('disabled', false);
  });

  it('is dropped after thirty seconds although the page says nothing', async () => {
    const { api, user } = await openRemoval(REMOVE_URL);
    await enterFrameNamed('Remove Harbour?');
    await app.initialize();
    pages.config.registerOnRemoveHandler(() => {});
    await wait(5_000);
    await user.click(remove());
    await wait(29_000);
    expect(api.state.installations).toHaveLength(1);
    await wait(1_000);
    expect(api.state.installations).toHaveLength(0);
    expect((await screen.findAllByText(/did not answer within 30 seconds/)).length).toBeGreaterThan(0);
  });

  it('is dropped when its page has not even started', async () => {
    const { api, user } = await openRemoval(REMOVE_URL);
    await screen.findByTitle('Remove Harbour?');
    await wait(5_000);
    await user.click(remove());
    await wait(0);
    expect(api.state.installations).toHaveLength(0);
  });
});

it('asks plainly when a tab has no such page', async () => {
  const { api, user } = await openRemoval();
  expect(await screen.findByText('The tab goes for everybody in this channel.')).toBeDefined();
  await user.click(remove());
  await wait(0);
  expect(api.state.installations).toHaveLength(0);
});

it('keeps the tab when the server does not answer, and says so', async () => {
  const { api, user } = await openRemoval();
  api.trouble.set('DELETE /installations/installation-1', '');
  await user.click(remove());
  expect(await screen.findByText('The server does not answer. Is it still running?')).toBeDefined();
  expect(remove()).toHaveProperty('disabled', false);
});
