import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wishOf } from '../../../web/channel/wish.ts';
import { CONFIGURATION_ID, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

const BOTH = ['task.created', 'task.updated'];
const READS = /^GET /;

function open(query: string, part: Parameters<ReturnType<typeof createFakeServer>['store']>[0] = {}) {
  const server = createFakeServer();
  server.store({ eventTypes: BOTH, ...part }, WORKFLOW_URL);
  const opened = openPage(`/channel?id=${CONFIGURATION_ID}&${query}`, { server, host: { frame: 'content' } });
  const typesNow = () => server.configurations.get(CONFIGURATION_ID)?.eventTypes;
  return { ...opened, typesNow, changes: () => server.calls.filter((call) => !READS.test(call)) };
}

describe('a link of a card to pause', () => {
  it('asks, and changes nothing by being opened', async () => {
    const { changes } = open('do=pause');
    expect(await screen.findByText('Pause this channel for 1 hour?')).toBeDefined();
    expect(changes()).toEqual([]);
  });

  it('pauses for an hour when it is confirmed, and can be undone', async () => {
    const { user, server } = open('do=pause');
    await user.click(await screen.findByRole('button', { name: 'Pause for 1 hour' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(server.lastBody('POST /api/configurations/{id}/pause')).toEqual({ for: 3_600 });
    expect(screen.getByText('Paused')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(undo));

    await user.click(undo);
    expect(await screen.findByText('Active')).toBeDefined();
    expect(screen.getByText('Everything is as it was before.')).toBeDefined();
  });

  it('says so when the channel is paused already', async () => {
    open('do=pause', { state: 'paused' });
    expect(await screen.findByText('This channel is paused already.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Pause for 1 hour' })).toBeNull();
  });
});

describe('a link of a card to mute', () => {
  it('names the kind, and changes nothing by being opened', async () => {
    const { changes } = open('do=mute&type=task.created');
    expect(await screen.findByText('Stop posting “Task created” to this channel?')).toBeDefined();
    expect(changes()).toEqual([]);
  });

  it('takes the kind out of the choice that was read, and can put it back', async () => {
    const { user, server, typesNow } = open('do=mute&type=task.created');
    await user.click(await screen.findByRole('button', { name: 'Stop posting it' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(server.lastBody('PATCH /api/configurations/{id}')).toEqual({
      version: 3,
      eventTypes: ['task.updated'],
    });
    await user.click(undo);
    await screen.findByText('Everything is as it was before.');
    expect(new Set(typesNow())).toEqual(new Set(BOTH));
  });

  it('loses nothing that somebody else changed meanwhile', async () => {
    const { user, server, typesNow } = open('do=mute&type=task.created');
    const button = await screen.findByRole('button', { name: 'Stop posting it' });
    server.store({ eventTypes: BOTH, version: 9 }, WORKFLOW_URL);
    await user.click(button);
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed this');
    expect(typesNow()).toEqual(BOTH);
  });

  it.each([
    ['the only kind', { eventTypes: ['task.created'] }, /the only kind/],
    ['one that is not posted', { eventTypes: ['task.updated'] }, /not posted to this channel any more/],
  ])('has no button for %s', async (_case, part, words) => {
    open('do=mute&type=task.created', part);
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Stop posting it' })).toBeNull();
  });

  it('puts a kind that it does not know there as text', async () => {
    open(`do=mute&type=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(await screen.findByText(/not posted to this channel any more/)).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('an address', () => {
  it.each(['', 'do=', 'do=mute', 'do=mute&type=', 'do=remove', 'type=task.created'])(
    'with %j is an ordinary visit',
    (query) => expect(wishOf(`?${query}`)).toBeUndefined(),
  );
});
