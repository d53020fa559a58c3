import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONNECTOR_URL, WORKFLOW_URL } from '../examples.ts';
import { openPage } from '../open-page.tsx';

const CONNECTOR = { config: { webhookUrl: CONNECTOR_URL, appType: 'Teams' } };
const PLACE = { teamId: 't', teamName: 'Contoso', channelId: 'c', channelName: 'General' };

describe('setting up a channel', () => {
  it('offers the suggested events and the channel’s name, and can be saved at once in a connector dialog', async () => {
    const { host } = openPage('/config?host=connector', { host: { ...CONNECTOR, context: PLACE } });

    expect(await screen.findByRole('checkbox', { name: 'Task created' })).toHaveProperty('checked', true);
    expect(screen.getByRole('checkbox', { name: 'Task updated' })).toHaveProperty('checked', false);
    expect(screen.getByRole('group', { name: /Work/ })).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'General');
    expect(screen.queryByRole('textbox', { name: 'Address of the Workflow' })).toBeNull();
    await waitFor(() => expect(host.valid()).toBe(true));
  });

  it('stores first, then tells the host, and sets the URL that the host ends up with', async () => {
    const wire: string[] = [];
    const { host, server } = openPage('/config?host=connector', {
      host: {
        ...CONNECTOR,
        context: PLACE,
        onSettings: (settings) => {
          wire.push(...server.calls);
          return { ...settings, webhookUrl: `${CONNECTOR_URL}new` };
        },
      },
    });
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave(CONNECTOR_URL);

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect(wire).toEqual(['GET /api/connector', 'POST /api/configurations']);
    expect(server.calls.slice(2)).toEqual(['POST /api/configurations/{id}/connect']);
    const [configuration] = server.configurations.values();
    expect(server.urls.get(configuration?.id ?? '')).toBe(`${CONNECTOR_URL}new`);
    expect(configuration).toMatchObject({
      name: 'General',
      eventTypes: ['task.created'],
      host: { kind: 'connector', teamName: 'Contoso', channelName: 'General' },
    });
    // After the settings, the page asks once more what the host made of them.
    const settingsAt = host.calls.indexOf('settings.setSettings');
    expect(host.calls.slice(settingsAt)).toEqual([
      'settings.setSettings',
      'settings.getSettings',
      'settings.save.success',
    ]);
  });

  it('gives the host the id, the addresses of our pages and the name', async () => {
    const { host, server } = openPage('/config?host=connector', { host: CONNECTOR });
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();

    await waitFor(() => expect(host.answers).toHaveLength(1));
    const [id] = server.configurations.keys();
    const origin = window.location.origin;
    expect(host.lastArgs('settings.setSettings')?.[0]).toEqual({
      entityId: id,
      contentUrl: `${origin}/config?host=connector&theme={app.theme}&locale={app.locale}`,
      removeUrl: `${origin}/remove?id=${id}&theme={app.theme}&locale={app.locale}`,
      websiteUrl: `${origin}/channel?id=${id}`,
      suggestedDisplayName: 'Tasks',
      configName: 'Tasks',
    });
  });

  it('needs a Workflow’s address in a tab, and posts to it', async () => {
    const { host, server, user } = openPage('/config?host=tab');
    const address = await screen.findByRole('textbox', { name: 'Address of the Workflow' });
    expect(host.valid()).toBe(false);
    expect(screen.getByText('Before you can save: the Workflow’s address.')).toBeDefined();

    await user.click(address);
    await user.paste(WORKFLOW_URL);
    await screen.findByText(/A Workflow in Teams: default1/);
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    const [id] = server.configurations.keys();
    expect(server.urls.get(id ?? '')).toBe(WORKFLOW_URL);
    expect(host.lastArgs('settings.setSettings')?.[0]).toMatchObject({
      contentUrl: expect.stringContaining(`/channel?id=${id}`),
    });
  });

  it('works in a host that tells no names', async () => {
    const { host, server } = openPage('/config?host=connector', {
      host: { ...CONNECTOR, context: { channelId: 'c' } },
    });
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect([...server.configurations.values()][0]?.host).toEqual({ kind: 'connector' });
  });

  it('cuts and cleans what is too long or odd in the host’s names', async () => {
    const channelName = `line\nbreak ${'x'.repeat(300)}`;
    const { host, server } = openPage('/config?host=connector', {
      host: { ...CONNECTOR, context: { ...PLACE, channelName, teamName: '\u0000' } },
    });
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    const [configuration] = server.configurations.values();
    expect(configuration?.host.channelName).toHaveLength(200);
    expect(configuration?.name).toHaveLength(80);
    expect(configuration?.host.teamName).toBeUndefined();
  });

  it('makes one configuration, however often Save is pressed', async () => {
    const { host, server } = openPage('/config?host=connector', { host: CONNECTOR });
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();
    host.pressSave();
    await waitFor(() => expect(host.answers).toHaveLength(2));
    host.pressSave();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]));
    expect(server.configurations.size).toBe(1);
    expect(server.calls.filter((call) => call === 'POST /api/configurations')).toHaveLength(1);
  });

  it('stores a pasted name without what the server refuses', async () => {
    const { host, server, user } = openPage('/config?host=connector', { host: CONNECTOR });
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.paste(' Release\tnews ');
    host.pressSave();

    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect([...server.configurations.values()][0]?.name).toBe('Release news');
  });

  it('takes Save back when the name or the last event goes', async () => {
    const { host, user } = openPage('/config?host=connector', { host: CONNECTOR });
    const created = await screen.findByRole('checkbox', { name: 'Task created' });

    await user.click(created);
    expect(host.valid()).toBe(false);
    expect(screen.getByText('Choose at least one event.')).toBeDefined();
    await user.click(created);
    expect(host.valid()).toBe(true);

    await user.clear(screen.getByRole('textbox', { name: 'Name' }));
    expect(host.valid()).toBe(false);
    expect(screen.getByText('Give it a name.')).toBeDefined();
  });

  it('refuses a save that comes before the page is ready, instead of letting the SDK report success', async () => {
    const { host } = openPage('/config?host=connector', {
      host: CONNECTOR,
      prepare: (entered) => entered.ignore('settings.getSettings'),
    });
    await waitFor(() => expect(host.calls).toContain('settings.getSettings'));
    host.pressSave();

    await waitFor(() => expect(host.answers).toHaveLength(1));
    expect(host.answers[0]).toMatchObject({ ok: false, reason: expect.stringContaining('still loading') });
  });

  it('registers for Save and Remove before it lets Save be pressed', async () => {
    const { host } = openPage('/config?host=connector', { host: CONNECTOR });
    await waitFor(() => expect(host.valid()).toBe(true));
    const lastRegistration = host.calls.lastIndexOf('registerHandler');
    expect(host.calls.lastIndexOf('settings.setValidityState')).toBeGreaterThan(lastRegistration);
  });
});
