import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../../server/configurations/schema.ts';
import { CONFIGURATION_ID, CONNECTOR_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { type OpenedPage, openPage } from '../open-page.tsx';

const PATCH = 'PATCH /api/configurations/{id}';

/** An edit in which the user has changed the name, while others stored this. */
async function openEdit(theirs: Partial<Configuration>): Promise<OpenedPage> {
  const server = createFakeServer();
  server.store({}, CONNECTOR_URL);
  const config = { webhookUrl: CONNECTOR_URL, appType: 'Teams', entityId: CONFIGURATION_ID };
  const opened = openPage('/config?host=connector', { server, host: { config } });
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await opened.user.clear(name);
  await opened.user.type(name, 'My news');
  server.store({ version: 9, ...theirs }, CONNECTOR_URL);
  return opened;
}

/** Presses Save; what the host was told. */
async function save({ host }: OpenedPage): Promise<string> {
  const before = host.answers.length;
  host.pressSave();
  await waitFor(() => expect(host.answers).toHaveLength(before + 1));
  const answer = host.answers.at(-1);
  return answer?.ok === false ? String(answer.reason) : 'saved';
}

describe('what others changed meanwhile', () => {
  it('is not overwritten: where both changed something, the user decides', async () => {
    const opened = await openEdit({ name: 'Their news' });
    expect(await save(opened)).toBe(
      'Alex Wilber changed this in the meantime. Nothing was overwritten: look at the changes on the page, then press Save again.',
    );
    expect(opened.server.configurations.get(CONFIGURATION_ID)?.name).toBe('Their news');
    const choice = within(await screen.findByRole('group', { name: 'Name' }));
    expect(choice.getByText('Alex Wilber: “Their news”')).toBeDefined();
    expect(choice.getByText('You: “My news”')).toBeDefined();
    expect(opened.host.valid()).toBe(false);

    await opened.user.click(choice.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(opened.host.valid()).toBe(true));
    expect(await save(opened)).toBe('saved');
    expect(opened.server.configurations.get(CONFIGURATION_ID)?.name).toBe('My news');
    expect(screen.queryByText(/changed this in the meantime/)).toBeNull();
  });

  it('can be taken over', async () => {
    const opened = await openEdit({ name: 'Their news' });
    await save(opened);
    await opened.user.click(await screen.findByRole('button', { name: 'Take what Alex Wilber chose' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Their news');
    expect(await save(opened)).toBe('saved');
    expect(opened.server.configurations.get(CONFIGURATION_ID)?.name).toBe('Their news');
  });

  it('is taken over by itself where the user changed nothing, shown, and kept by the next save', async () => {
    const opened = await openEdit({
      eventTypes: ['task.created'],
      schedule: { kind: 'daily', time: '09:00' },
      quietHours: { from: '22:00', to: '07:00' },
      timeZone: 'Europe/Paris',
      filter: { match: 'all', conditions: [{ field: 'actor.name', operator: 'is', value: 'Ada' }] },
    });
    await save(opened);
    const items = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
    expect(items.slice(0, 5)).toEqual([
      'Events: added Task created · took away Task updated',
      expect.stringMatching(/^Filter: Posts “Task created”, only when .* is Ada\.$/),
      expect.stringMatching(/^When: Events are collected and posted as one card every day at 9:00\sAM\./),
      'Quiet hours: 22:00 – 07:00',
      'Time zone: Europe/Paris',
    ]);
    expect(screen.getByRole('checkbox', { name: 'Task created' })).toHaveProperty('checked', true);
    await waitFor(() => expect(opened.host.valid()).toBe(true));

    expect(await save(opened)).toBe('saved');
    expect(opened.server.lastBody(PATCH)).toMatchObject({
      version: 9,
      name: 'My news',
      eventTypes: ['task.created'],
      schedule: { kind: 'daily', time: '09:00' },
      quietHours: { from: '22:00', to: '07:00' },
      timeZone: 'Europe/Paris',
    });
  });

  it('is no conflict when it is the same, or no choice at all', async () => {
    const opened = await openEdit({ name: 'My news' });
    expect(await save(opened)).toBe('saved');
    const { version } = opened.server.configurations.get(CONFIGURATION_ID) ?? { version: 0 };
    opened.server.store({ name: 'My news', state: 'paused', version: version + 3 }, CONNECTOR_URL);
    await opened.user.type(screen.getByRole('textbox', { name: 'Name' }), '!');
    expect(await save(opened)).toBe('saved');
    expect(opened.server.configurations.get(CONFIGURATION_ID)?.name).toBe('My news!');
  });

  it('is decided anew when they change it again', async () => {
    const opened = await openEdit({ name: 'Their news' });
    await save(opened);
    await opened.user.click(await screen.findByRole('button', { name: 'Keep mine' }));
    opened.server.store({ version: 12, name: 'Newer news' }, CONNECTOR_URL);
    expect(await save(opened)).toContain('Nothing was overwritten');
    expect(await screen.findByText('Alex Wilber: “Newer news”')).toBeDefined();
    expect(opened.server.configurations.get(CONFIGURATION_ID)?.name).toBe('Newer news');
  });
});
