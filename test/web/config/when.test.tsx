import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

const NEXT = 'POST /api/schedule/next';
const config = { webhookUrl: CONNECTOR_URL, appType: 'Teams' };

async function openEditor(locale = 'en-GB') {
  const opened = openPage('/config?host=connector', { host: { config, context: { locale } } });
  const name = locale.startsWith('fr') ? 'Changer le moment' : 'Change when';
  await opened.user.click(await screen.findByRole('button', { name }));
  await screen.findByRole('radiogroup');
  return opened;
}

/** An edit of what somebody stored with this timing. */
async function openStored(timing: object) {
  const server = createFakeServer();
  server.store(timing, CONNECTOR_URL);
  const host = { config: { ...config, entityId: CONFIGURATION_ID }, context: { locale: 'en-GB' } };
  const opened = openPage('/config?host=connector', { server, host });
  await screen.findByRole('textbox', { name: 'Name' });
  return opened;
}

describe('when a channel is told', () => {
  it('is at once where nobody chose otherwise, and the server need not be asked', async () => {
    const { host, server } = openPage('/config?host=connector', { host: { config } });
    expect(await screen.findByText('Each event is posted at once.')).toBeDefined();
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.lastBody('POST /api/configurations')).toMatchObject({
      schedule: { kind: 'immediately' },
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    expect(server.calls).not.toContain(NEXT);
  });

  it('can be some days of the week, and says the next time', async () => {
    const { host, server, user } = await openEditor();
    await user.click(screen.getByRole('radio', { name: /days of the week/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Thursday' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Time zone' }), 'Europe/Paris');
    expect(
      screen.getByText(
        'Events are collected and posted as one card every Monday and Thursday at 09:00. Times are those of Europe/Paris.',
      ),
    ).toBeDefined();
    expect(await screen.findByText(/Next time: Monday.*23 November.*09:00/)).toBeDefined();

    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.lastBody('POST /api/configurations')).toMatchObject({
      schedule: { kind: 'weekly', days: [1, 4], time: '09:00' },
      timeZone: 'Europe/Paris',
    });
  });

  it('can leave out hours of the day', async () => {
    const { host, server, user } = await openEditor();
    await user.click(screen.getByRole('switch', { name: 'Post nothing during quiet hours' }));
    expect(screen.getByText(/Nothing is posted from 22:00 to 07:00: what comes then waits/)).toBeDefined();
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.lastBody('POST /api/configurations')).toMatchObject({
      quietHours: { from: '22:00', to: '07:00' },
    });
  });

  it('keeps Save away while a time or all days are missing', async () => {
    const { host, user } = await openEditor();
    await user.click(screen.getByRole('radio', { name: /Every day/ }));
    await user.clear(screen.getByLabelText('At'));
    expect(host.valid()).toBe(false);
    expect(screen.getByText('Before you can save: when to post.')).toBeDefined();

    await user.click(screen.getByRole('radio', { name: /days of the week/ }));
    await user.type(screen.getByLabelText('At'), '10:15');
    expect(host.valid()).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'Monday' }));
    expect(host.valid()).toBe(false);
    expect(screen.getAllByText('Choose at least one day.')).toHaveLength(2);
  });

  it('does without the next time when the server does not say', async () => {
    const { host, server, user } = await openEditor();
    server.trouble(NEXT, 'unreachable', { times: 9 });
    await user.click(screen.getByRole('radio', { name: /Every hour/ }));
    expect(await screen.findByText(/next time cannot be shown/)).toBeDefined();
    expect(host.valid()).toBe(true);
  });

  it('shows what is stored, in the time zone that is stored', async () => {
    const { host, server, user } = await openStored({
      schedule: { kind: 'daily', time: '17:30' },
      quietHours: { from: '12:00', to: '13:00' },
      timeZone: 'America/New_York',
    });
    expect(
      screen.getByText(/every day at 17:30.*from 12:00 to 13:00.*those of America\/New York/),
    ).toBeDefined();
    expect(await screen.findByText(/Next time: Monday.*03:00/)).toBeDefined();

    await user.click(screen.getByRole('button', { name: 'Change when' }));
    await user.click(await screen.findByRole('switch', { name: /quiet hours/ }));
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(server.lastBody('PATCH /api/configurations/{id}')).toMatchObject({
      schedule: { kind: 'daily', time: '17:30' },
      quietHours: null,
      timeZone: 'America/New_York',
    });
  });

  it('speaks French', async () => {
    const { user } = await openEditor('fr-FR');
    await user.click(screen.getByRole('radio', { name: /Certains jours/ }));
    const days = screen.getByRole('group', { name: 'Le' });
    expect(within(days).getByRole('checkbox', { name: 'lundi' })).toHaveProperty('checked', true);
    expect(screen.getByText(/en une seule carte chaque lundi à 09:00/)).toBeDefined();
  });
});
