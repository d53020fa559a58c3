import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer, type FakeServer } from '../fake-server.ts';
import { type OpenedPage, type OpenOptions, openPage, passTime } from '../open-page.tsx';

const CONNECTOR = { webhookUrl: CONNECTOR_URL, appType: 'Teams' };
const POST = 'POST /api/configurations';
const PATCH = 'PATCH /api/configurations/{id}';
const CONNECT = 'POST /api/configurations/{id}/connect';
const DELETE = 'DELETE /api/configurations/{id}';

/** A connector dialog in which something new can be saved. */
async function openNew(options: OpenOptions = {}): Promise<OpenedPage> {
  const opened = openPage('/config?host=connector', { host: { config: CONNECTOR }, ...options });
  await waitFor(() => expect(opened.host.valid()).toBe(true));
  return opened;
}

/** A connector dialog in which the example is edited, under another name. */
async function openEdit(server: FakeServer): Promise<OpenedPage> {
  server.store({}, CONNECTOR_URL);
  const opened = openPage('/config?host=connector', {
    server,
    host: { config: { ...CONNECTOR, entityId: CONFIGURATION_ID } },
  });
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await opened.user.clear(name);
  await opened.user.type(name, 'Other news');
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

describe('a save that does not go through', () => {
  it.each([
    ['unreachable', 'The server cannot be reached.'],
    ['proxy-page', 'The server cannot answer right now.'],
    [{ code: 'internal' }, 'Something went wrong on the server.'],
    [{ code: 'tenant-not-allowed' }, 'Your organisation may not use this connector.'],
    [{ code: 'unknown-event-type' }, 'One of the chosen events is no longer offered.'],
  ] as const)('tells host and user when storing fails with %j', async (trouble, words) => {
    const opened = await openNew();
    opened.server.trouble(POST, trouble);

    const reason = await save(opened);

    expect(reason).toContain(words);
    expect(reason).toContain('Nothing was set up.');
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', `Not saved${reason}`);
    expect(opened.host.calls).not.toContain('settings.setSettings');
    expect(await save(opened)).toBe('saved');
    expect(opened.server.configurations.size).toBe(1);
  });

  it('takes away what it stored when the host refuses its settings', async () => {
    const opened = await openNew({ prepare: (host) => host.refuseSettings('The app is blocked') });

    expect(await save(opened)).toBe(
      'Teams refused: “The app is blocked”. Nothing was set up. Press Save again.',
    );
    expect(opened.server.calls.at(-1)).toBe(DELETE);
    expect([...opened.server.configurations.values()].map(({ state }) => state)).toEqual(['removed']);
  });

  it('stores the same one again at the next save', async () => {
    const opened = await openNew();
    opened.server.trouble(CONNECT, { code: 'unavailable' });
    expect(await save(opened)).toBe(
      'The server cannot answer right now. Nothing was set up. Press Save again.',
    );

    expect(await save(opened)).toBe('saved');
    expect([...opened.server.configurations.values()].map(({ state }) => state)).toEqual(['active']);
  });

  it('answers in time, once, and takes away what it stored, when the host never confirms', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const opened = await openNew({ prepare: (host) => host.ignore('settings.setSettings') });
    opened.host.pressSave();
    await waitFor(() => expect(opened.host.calls).toContain('settings.setSettings'));
    expect(opened.host.answers).toEqual([]);

    await passTime(20_000);
    opened.host.wakeUp();
    await passTime(20_000);

    expect(opened.host.answers).toEqual([
      { ok: false, reason: 'Teams did not answer in time. Nothing was set up. Press Save again.' },
    ]);
    expect(opened.server.urls.size).toBe(0);
    expect([...opened.server.configurations.values()].map(({ state }) => state)).toEqual(['removed']);
  });

  it('answers in time, once, when the server never does', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const opened = await openNew();
    for (const call of [POST, DELETE]) opened.server.trouble(call, 'silent', { times: 9 });
    opened.host.pressSave();
    await waitFor(() => expect(opened.server.calls).toContain(POST));

    await passTime(20_000);

    expect(opened.host.answers).toEqual([
      { ok: false, reason: 'The server took too long to answer. Nothing was set up. Press Save again.' },
    ]);
  });

  it('answers within 20 s though every step is slow and cannot be undone', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const opened = await openNew({ prepare: (host) => host.ignore('settings.setSettings') });
    opened.server.trouble(DELETE, 'silent', { times: 9 });
    opened.host.pressSave();

    await passTime(20_000);

    expect(opened.host.answers).toHaveLength(1);
  });

  it('says when a connector dialog gives no URL, and takes away what it stored', async () => {
    const opened = openPage('/config?host=connector');
    await waitFor(() => expect(opened.host.valid()).toBe(true));

    expect(await save(opened)).toContain('Teams gave no address to post to. Nothing was set up.');
    expect(opened.server.calls.at(-1)).toBe(DELETE);
  });

  it('says why the URL was refused', async () => {
    const opened = await openNew({ host: { config: { webhookUrl: 'https://example.com/hook' } } });

    const reason = await save(opened);

    expect(reason).toContain('The end of the address is missing or cut off. Nothing was set up.');
    expect(reason).toContain('Copy the whole address from the Workflow');
  });

  it('admits that it does not know, when neither the URL’s way nor the undoing got an answer', async () => {
    const opened = await openNew();
    opened.server.trouble(CONNECT, 'unreachable', { afterwards: true });
    opened.server.trouble(DELETE, 'unreachable');

    expect(await save(opened)).toContain('It is not certain what the server stored.');
    // Saving again finds the same one.
    expect(await save(opened)).toBe('saved');
    expect(opened.server.configurations.size).toBe(1);
  });

  it('keeps what was entered', async () => {
    const opened = await openNew();
    await opened.user.click(screen.getByRole('checkbox', { name: 'Task updated' }));
    opened.server.trouble(POST, 'unreachable');
    await save(opened);

    expect(screen.getByRole('checkbox', { name: 'Task updated' })).toHaveProperty('checked', true);
    expect(await save(opened)).toBe('saved');
    expect(opened.server.lastBody(POST)).toMatchObject({ eventTypes: ['task.created', 'task.updated'] });
  });

  it('offers to sign in when the token is no longer taken', async () => {
    let ended = false;
    const server = createFakeServer((token) => !ended || token === 'asked');
    const token = (silent: boolean) => (ended ? (silent ? undefined : 'asked') : 'token');
    const opened = await openNew({ server, host: { config: CONNECTOR, token } });
    ended = true;

    expect(await save(opened)).toContain('You are not signed in.');
    await opened.user.click(await screen.findByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(await save(opened)).toBe('saved');
  });
});

describe('an edit that does not go through', () => {
  it('is put back when the host refuses it', async () => {
    const server = createFakeServer();
    const opened = await openEdit(server);
    opened.host.refuseSettings('no');

    expect(await save(opened)).toBe('Teams refused: “no”. Everything is as it was before. Press Save again.');
    expect(server.configurations.get(CONFIGURATION_ID)).toMatchObject({
      name: 'Release news',
      eventTypes: ['task.updated'],
    });
  });

  it('can be saved again after it was put back', async () => {
    const server = createFakeServer();
    const opened = await openEdit(server);
    server.trouble(CONNECT, { code: 'unavailable' });
    expect(await save(opened)).toContain('It is not certain what the server stored.');

    expect(await save(opened)).toBe('saved');
    expect(server.configurations.get(CONFIGURATION_ID)?.name).toBe('Other news');
  });

  it('goes on when only the answer to an earlier try was lost', async () => {
    const server = createFakeServer();
    const opened = await openEdit(server);
    server.trouble(PATCH, 'unreachable', { afterwards: true });
    expect(await save(opened)).toContain('It is not certain what the server stored.');

    expect(await save(opened)).toBe('saved');
    expect(server.configurations.get(CONFIGURATION_ID)?.name).toBe('Other news');
  });

  it('is set up anew by the next save when somebody removed it', async () => {
    const server = createFakeServer();
    const opened = await openEdit(server);
    server.store({ state: 'removed' });

    expect(await save(opened)).toBe('This no longer exists: it was removed. Press Save to set it up anew.');
    expect(await save(opened)).toBe('saved');
    expect([...server.configurations.values()].map(({ state }) => state)).toEqual(['removed', 'active']);
    expect(server.urls.size).toBeGreaterThan(0);
  });

  it('asks for an address when what is left has none', async () => {
    const server = createFakeServer();
    server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
    const opened = openPage('/config?host=tab', { server, host: { config: { entityId: CONFIGURATION_ID } } });
    await waitFor(() => expect(opened.host.valid()).toBe(true));
    server.store({ state: 'removed' });
    await save(opened);

    await waitFor(() => expect(opened.host.valid()).toBe(false));
    expect(await save(opened)).toBe('Before you can save: the Workflow’s address.');
  });
});
