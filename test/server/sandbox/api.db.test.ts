import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Installation } from '../../../server/sandbox/schema.ts';
import { createEmptyDatabase, type TestDatabase } from '../../database.ts';
import { ADA, BUILDS, channelPath, GENERAL, LOUIS, runSandbox } from './running-sandbox.ts';

const TAB = { kind: 'tab', settings: { entityId: 'one', contentUrl: 'https://app.example/' }, personId: ADA };

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

describe('the team', () => {
  it('has three channels and somebody to sign in as', async () => {
    const sandbox = await runSandbox(database.url);
    const { channels, people } = await sandbox.state();
    expect(channels).toHaveLength(3);
    expect(people.length).toBeGreaterThan(1);
  });

  it('signs tokens for its own people', async () => {
    const sandbox = await runSandbox(database.url);
    const { tenantId } = await sandbox.state();
    expect(await sandbox.call('POST', '/token', { personId: LOUIS })).toEqual({
      status: 200,
      body: { token: `token of ${LOUIS} in ${tenantId}` },
    });
  });

  it('signs none for anybody else', async () => {
    const sandbox = await runSandbox(database.url);
    const stranger = '00000000-0000-4000-8000-000000000000';
    expect((await sandbox.call('POST', '/token', { personId: stranger })).status).toBe(400);
    expect((await sandbox.call('POST', '/token', {})).status).toBe(400);
  });
});

describe('a connector', () => {
  it('is kept with its webhook and what its page stored', async () => {
    const sandbox = await runSandbox(database.url);
    const settings = { entityId: 'one', configName: 'Builds', odd: { list: [1, null, '\u0000'] } };
    const { webhook, added } = await sandbox.addConnector(BUILDS, settings);
    expect(added).toMatchObject({
      kind: 'connector',
      channelId: BUILDS,
      webhookUrl: webhook.url,
      settings,
      savedByName: 'Ada Marsh',
    });
    expect((await sandbox.state()).installations).toContainEqual(added);
  });

  it('stands there once when it is added again after an answer got lost', async () => {
    const sandbox = await runSandbox(database.url);
    const { webhook, added } = await sandbox.addConnector(BUILDS);
    const again = {
      kind: 'connector',
      webhookId: webhook.id,
      settings: { entityId: 'two' },
      personId: LOUIS,
    };
    const { body } = await sandbox.call('POST', channelPath(BUILDS, 'installations'), again);
    expect(body).toMatchObject({ id: added.id, settings: { entityId: 'two' }, savedByName: 'Louis Perrin' });
    const { installations } = await sandbox.state();
    expect(installations.filter(({ webhookUrl }) => webhookUrl === webhook.url)).toHaveLength(1);
  });

  it('is not added without a webhook of its own channel', async () => {
    const sandbox = await runSandbox(database.url);
    const body = { kind: 'connector', settings: {}, personId: ADA };
    const elsewhere = await sandbox.createWebhook(BUILDS, 'connector');
    const workflow = await sandbox.createWebhook(GENERAL, 'workflow');
    const gone = await sandbox.createWebhook(GENERAL, 'connector');
    await sandbox.call('DELETE', `/webhooks/${gone.id}`);
    const { installations } = await sandbox.state();
    for (const webhookId of [undefined, elsewhere.id, workflow.id, gone.id, 'f'.repeat(32)]) {
      const added = await sandbox.call('POST', channelPath(GENERAL, 'installations'), { ...body, webhookId });
      expect(added.status).toBe(404);
    }
    expect((await sandbox.state()).installations).toEqual(installations);
  });
});

describe('a tab', () => {
  it('is added without a webhook, changed and removed', async () => {
    const sandbox = await runSandbox(database.url);
    const { status, body: added } = await sandbox.call<Installation>(
      'POST',
      channelPath(GENERAL, 'installations'),
      TAB,
    );
    expect(status).toBe(201);
    expect(added).not.toHaveProperty('webhookUrl');

    const settings = { ...TAB.settings, suggestedDisplayName: 'Renamed' };
    const changed = await sandbox.call('PUT', `/installations/${added.id}`, { settings, personId: LOUIS });
    expect(changed.body).toMatchObject({ id: added.id, settings, savedByName: 'Louis Perrin' });

    expect((await sandbox.call('DELETE', `/installations/${added.id}`)).status).toBe(204);
    const ids = (await sandbox.state()).installations.map(({ id }) => id);
    expect(ids).not.toContain(added.id);
  });

  it('takes another webhook of its channel when it is changed, and the one before is gone', async () => {
    const sandbox = await runSandbox(database.url);
    const { webhook, added } = await sandbox.addConnector(GENERAL);
    const change = (webhookId: string) =>
      sandbox.call<Installation>('PUT', `/installations/${added.id}`, {
        settings: { entityId: 'one' },
        personId: ADA,
        webhookId,
      });
    const elsewhere = await sandbox.createWebhook(BUILDS, 'connector');
    expect((await change(elsewhere.id)).body.webhookUrl).toBe(webhook.url);
    const next = await sandbox.createWebhook(GENERAL, 'connector');
    expect((await change(next.id)).body.webhookUrl).toBe(next.url);
    expect((await change(next.id)).body.webhookUrl).toBe(next.url);
    expect((await sandbox.postTo(webhook.url, { text: 'Hello' })).status).toBe(410);
    expect(await sandbox.postTo(next.url, { text: 'Hello' })).toMatchObject({ text: '1' });
  });

  it('can be removed twice, but not changed once it is gone', async () => {
    const sandbox = await runSandbox(database.url);
    const { body: added } = await sandbox.call<Installation>(
      'POST',
      channelPath(GENERAL, 'installations'),
      TAB,
    );
    await sandbox.call('DELETE', `/installations/${added.id}`);
    expect((await sandbox.call('DELETE', `/installations/${added.id}`)).status).toBe(204);
    const changed = await sandbox.call('PUT', `/installations/${added.id}`, { settings: {}, personId: ADA });
    expect(changed.status).toBe(404);
  });
});

describe('what is refused', () => {
  it.each([
    ['an unknown channel', 404, channelPath('19:none@thread.tacv2', 'installations'), TAB],
    ['an unknown person', 400, channelPath(GENERAL, 'installations'), { ...TAB, personId: 'ada' }],
    ['settings that are a list', 400, channelPath(GENERAL, 'installations'), { ...TAB, settings: [] }],
    [
      'settings of 20 kB',
      413,
      channelPath(GENERAL, 'installations'),
      { ...TAB, settings: { x: 'x'.repeat(20_000) } },
    ],
    ['a webhook without a name', 400, channelPath(GENERAL, 'webhooks'), { kind: 'workflow', name: '' }],
    ['another kind of webhook', 400, channelPath(GENERAL, 'webhooks'), { kind: 'bot', name: 'A name' }],
    ['a sample that there is not', 404, '/samples/constructor', {}],
    ['an event without a title', 400, '/events', { type: 'task.created' }],
  ])('is %s', async (_what, status, url, body) => {
    const sandbox = await runSandbox(database.url);
    expect((await sandbox.call('POST', url, body)).status).toBe(status);
  });

  it('is a request of a foreign web page, to read or to change', async () => {
    const { app } = await runSandbox(database.url);
    for (const [method, url] of [
      ['GET', '/sandbox/api/state'],
      ['GET', '/sandbox/api/stream?after=0'],
      ['POST', '/sandbox/api/token'],
      ['POST', '/sandbox/api/samples/github-push'],
    ] as const) {
      const response = await app.inject({ method, url, headers: { 'sec-fetch-site': 'cross-site' } });
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ code: 'foreign-page' });
    }
  });
});

it('loses nothing when the server starts again', async () => {
  const first = await runSandbox(database.url);
  const { webhook } = await first.addConnector(GENERAL);
  const workflow = await first.createWebhook(GENERAL, 'workflow');
  await first.postTo(webhook.url, { text: 'Before the restart' });
  const [state, posts] = [await first.state(), await first.posts(GENERAL)];
  await first.app.close();

  const second = await runSandbox(database.url);
  expect(await second.state()).toEqual(state);
  expect(await second.posts(GENERAL)).toEqual(posts);
  expect(await second.postTo(webhook.url, { text: 'After the restart' })).toMatchObject({ text: '1' });
  expect(state.workflows).toContainEqual(workflow);
});

it('can be started by two servers at once on an empty database', async () => {
  const empty = await createEmptyDatabase();
  onTestFinished(() => empty.drop());
  const [one, other] = await Promise.all([runSandbox(empty.url), runSandbox(empty.url)]);
  expect(await one.state()).toEqual(await other.state());
});
