import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleDelivery } from '../examples.ts';
import { openChannel } from './open-channel.ts';

const PAUSE = 'POST /api/configurations/{id}/pause';
const RESUME = 'POST /api/configurations/{id}/resume';
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('pausing on the channel’s page', () => {
  it('lasts an hour and ends with one card, if nothing else is chosen', async () => {
    const { user, server } = openChannel();
    await user.click(await button('Pause…'));
    await user.click(await button('Pause'));

    expect(await screen.findByText(/Paused: nothing is posted/)).toBeDefined();
    expect(server.lastBody(PAUSE)).toEqual({ for: 3_600, onResume: 'catch_up' });
    expect(screen.getByText(/It goes on by itself.*Then one card sums up what waited/)).toBeDefined();
  });

  it.each([
    ['Until somebody resumes it', 'None of it is posted', { onResume: 'drop' }],
    ['For 4 hours', 'All of it is posted, in order', { for: 14_400, onResume: 'replay' }],
    [/^Until tomorrow/, 'One card sums it up', { until: expect.any(String), onResume: 'catch_up' }],
    [/^Until next Monday/, 'One card sums it up', { until: expect.any(String), onResume: 'catch_up' }],
  ])('lasts as is chosen: %s, %s', async (end, mode, body) => {
    const { user, server } = openChannel();
    await user.click(await button('Pause…'));
    await user.click(await screen.findByRole('radio', { name: end }));
    await user.click(screen.getByRole('radio', { name: new RegExp(mode) }));
    await user.click(await button('Pause'));
    await waitFor(() => expect(server.lastBody(PAUSE)).toEqual(body));
  });

  it('until a moment asks for one that is to come', async () => {
    const { user, server } = openChannel();
    await user.click(await button('Pause…'));
    await user.click(await screen.findByRole('radio', { name: 'Until a moment of my choice' }));
    await user.click(await button('Pause'));
    expect(await screen.findByText('Choose a day and a time.')).toBeDefined();

    const field = screen.getByLabelText('Day and time');
    await user.type(field, '2020-01-01T09:00');
    await user.click(await button('Pause'));
    expect(await screen.findByText('This moment is over.')).toBeDefined();
    expect(server.calls).not.toContain(PAUSE);

    await user.clear(field);
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await user.type(field, soon);
    await user.click(await button('Pause'));
    await waitFor(() =>
      expect(server.lastBody(PAUSE)).toMatchObject({ until: new Date(soon).toISOString() }),
    );
  });

  it('says what went wrong, keeps what was chosen, and can be tried again', async () => {
    const { user, server, now } = openChannel({}, (fake) => fake.trouble(PAUSE, 'unreachable'));
    await user.click(await button('Pause…'));
    await user.click(await screen.findByRole('radio', { name: 'For 4 hours' }));
    await user.click(await button('Pause'));

    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.');
    expect(now()?.state).toBe('active');
    await user.click(await button('Pause'));
    expect(await screen.findByText(/Paused: nothing is posted/)).toBeDefined();
    expect(server.lastBody(PAUSE)).toMatchObject({ for: 14_400 });
  });

  it('gives the keyboard to the panel, and back when Escape closes it', async () => {
    const { user } = openChannel();
    const opener = await button('Pause…');
    await user.click(opener);
    const panel = await screen.findByRole('region', { name: 'Pause this channel' });
    await waitFor(() => expect(document.activeElement).toBe(panel));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Pause this channel' })).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('is not offered where nothing can be posted anyway', async () => {
    openChannel({ state: 'broken', stateReason: 'Gone' });
    await button('Remove…');
    expect(screen.queryByRole('button', { name: 'Pause…' })).toBeNull();
  });
});

describe('resuming on the channel’s page', () => {
  const PAUSED = { state: 'paused', onResume: 'catch_up' } as const;
  const waiting = exampleDelivery({ state: 'waiting', wait: { code: 'paused' } });

  it.each([
    ['One card sums it up', 'Resume', 'catch_up'],
    ['All of it is posted, in order', 'Resume', 'replay'],
    ['None of it is posted', 'Resume and drop it', 'drop'],
  ])('%s', async (choice, press, mode) => {
    const { user, server } = openChannel(PAUSED, (fake) => fake.deliveries.push([waiting]));
    await user.click(await button('Resume…'));
    await user.click(await screen.findByRole('radio', { name: new RegExp(choice) }));
    await user.click(await button(press));
    expect(await screen.findByText('Active')).toBeDefined();
    expect(server.lastBody(RESUME)).toEqual({ mode });
  });

  it('asks nothing when nothing waits', async () => {
    const { user } = openChannel(PAUSED);
    await user.click(await button('Resume…'));
    const panel = await screen.findByRole('region', { name: 'Resume this channel' });
    expect(within(panel).getByText(/Nothing waits/)).toBeDefined();
    expect(within(panel).queryByRole('radio')).toBeNull();
    await user.click(within(panel).getByRole('button', { name: 'Resume' }));
    expect(await screen.findByText('Active')).toBeDefined();
  });

  it('is told of when the pause ended by itself', async () => {
    openChannel({ ...PAUSED, pausedUntil: '2020-01-01T00:00:00.000Z' });
    expect(await screen.findByText('The pause is over. What comes is posted again.')).toBeDefined();
  });

  it('says until when, and what then becomes of what waits', async () => {
    openChannel({ ...PAUSED, onResume: 'drop' }, (fake) => fake.deliveries.push([waiting]));
    expect(await screen.findByText(/when somebody resumes it\. Then what waited is dropped/)).toBeDefined();
    expect(screen.getByText('One event waits.')).toBeDefined();
    expect(screen.getByText('It waits until somebody resumes this channel.')).toBeDefined();
  });
});
