import { act, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { BUILDS } from '../fake-api.ts';
import { FakeEventSource, openSandbox } from '../open-sandbox.tsx';

async function choose(user: UserEvent, name: RegExp): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'More options' }));
  await user.click(screen.getByRole('menuitem', { name: 'What webhooks do' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'What webhooks of Builds do' }));
  await user.click(dialog.getByRole('radio', { name }));
  await user.click(dialog.getByRole('button', { name: 'Close' }));
}

it('switches what the webhooks of the open channel do, and says so until they are switched back', async () => {
  const { api, user } = openSandbox();
  await choose(user, /^Throttled/);
  expect(await screen.findByText('Webhooks of this channel misbehave: Throttled.')).toBeDefined();
  expect(api.state.behaviours).toEqual({ [BUILDS.id]: 'throttled' });
  await user.click(screen.getByRole('button', { name: 'Support' }));
  expect(screen.queryByText(/misbehave/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Builds' }));
  await user.click(screen.getByRole('button', { name: 'Let them behave' }));
  expect(screen.queryByText(/misbehave/)).toBeNull();
  expect(api.state.behaviours).toEqual({ [BUILDS.id]: 'normal' });
});

it('says when the switch did not work', async () => {
  const { user } = openSandbox(({ trouble }) => trouble.set('PUT /behaviour', 'Not now.'));
  await user.click(await screen.findByRole('button', { name: 'More options' }));
  await user.click(screen.getByRole('menuitem', { name: 'What webhooks do' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'What webhooks of Builds do' }));
  await user.click(dialog.getByRole('radio', { name: /^Slow/ }));
  expect(await dialog.findByText('The server refused this: Not now.')).toBeDefined();
  expect(dialog.getByRole('radio', { name: /^Behave/ })).toHaveProperty('checked', true);
});

it('tells in the channel what came and was not posted, where Teams shows nothing', async () => {
  const miss = {
    id: 1,
    channelId: BUILDS.id,
    sender: { name: 'Alerts', kind: 'workflow' },
    bytes: 1_234,
    status: 429,
    words: 'Rate limit',
    at: '2026-11-21T08:00:00.000Z',
  } as const;
  openSandbox((api) => {
    api.misses = [miss];
  });
  const note = await screen.findByText('A request of 1,234 bytes came to “Alerts”. Answered with 429.');
  expect(within(note.closest('li') ?? document.body).getByText('Rate limit')).toBeDefined();
  act(() => {
    const data = JSON.stringify({ ...miss, id: 2, at: '2026-11-21T08:00:01.000Z' });
    FakeEventSource.last?.dispatchEvent(new MessageEvent('miss', { data }));
  });
  expect(screen.getByText('2 requests came to “Alerts”. Answered with 429.')).toBeDefined();
  const cut = JSON.stringify({ ...miss, id: 3, status: 0, words: '', at: '2026-11-21T08:00:02.000Z' });
  act(() => {
    FakeEventSource.last?.dispatchEvent(new MessageEvent('miss', { data: cut }));
  });
  expect(screen.getByText(/The connection was cut without an answer/)).toBeDefined();
});
