import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../database.ts';
import { BUILDS, GENERAL, runSandbox } from './running-sandbox.ts';

const MESSAGE_CARD = { '@type': 'MessageCard', summary: 'A summary', title: 'A title' };
const ADAPTIVE_CARD = { type: 'AdaptiveCard', version: '1.4', body: [] };
const ENVELOPE = {
  type: 'message',
  attachments: [
    { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: ADAPTIVE_CARD },
  ],
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

describe('a connector', () => {
  it('posts to its channel, and to no other', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(GENERAL, 'connector', 'Cardwire');
    const before = await sandbox.posts(BUILDS);
    expect(await sandbox.postTo(url, MESSAGE_CARD)).toMatchObject({ status: 200, text: '1' });
    expect((await sandbox.posts(GENERAL)).at(-1)).toMatchObject({
      channelId: GENERAL,
      sender: { name: 'Cardwire', kind: 'connector' },
      format: 'message-card',
      content: MESSAGE_CARD,
    });
    expect(await sandbox.posts(BUILDS)).toEqual(before);
  });

  it('answers 410 and posts nothing once it was removed', async () => {
    const sandbox = await runSandbox(database.url);
    const { webhook, added } = await sandbox.addConnector(GENERAL);
    await sandbox.call('DELETE', `/installations/${added.id}`);
    const before = await sandbox.posts(GENERAL);
    expect((await sandbox.postTo(webhook.url, MESSAGE_CARD)).status).toBe(410);
    expect(await sandbox.posts(GENERAL)).toEqual(before);
  });

  it('is not found under a path that differs in any part', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(GENERAL, 'connector');
    expect((await sandbox.postTo(url.replace('/webhookb2/', '/webhookb2/0'), MESSAGE_CARD)).status).toBe(404);
    expect((await sandbox.postTo(`${url}0`, MESSAGE_CARD)).status).toBe(404);
  });

  it('keeps the pace of four in a second, and lets go afterwards', async () => {
    let now = 0;
    const sandbox = await runSandbox(database.url, { now: () => now });
    const { url } = await sandbox.createWebhook(GENERAL, 'connector');
    for (let count = 0; count < 4; count++) await sandbox.postTo(url, MESSAGE_CARD);
    const throttled = await sandbox.postTo(url, MESSAGE_CARD);
    expect(throttled.status).toBe(200);
    expect(throttled.text).toContain('HTTP error 429');
    now = 1_000;
    expect(await sandbox.postTo(url, MESSAGE_CARD)).toMatchObject({ text: '1' });
  });

  it('stores text that PostgreSQL finds hard: NUL, lone surrogates', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(GENERAL, 'connector');
    const body = '{"@type":"MessageCard","text":"\\u0000 \\ud800 é"}';
    expect(await sandbox.postTo(url, body)).toMatchObject({ status: 200, text: '1' });
    expect((await sandbox.posts(GENERAL)).at(-1)?.content).toEqual(JSON.parse(body));
  });

  it('answers 413 to a body that is too large to be read', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(GENERAL, 'connector');
    const answer = await sandbox.postTo(url, { text: 'x'.repeat(300_000) });
    expect(answer).toMatchObject({ status: 413, text: 'Request Entity Too Large' });
  });
});

describe('a Workflow', () => {
  it('accepts an envelope and posts its card', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(GENERAL, 'workflow', 'Alerts');
    expect(await sandbox.postTo(url, ENVELOPE)).toMatchObject({ status: 202, text: '' });
    expect((await sandbox.posts(GENERAL)).at(-1)).toMatchObject({
      sender: { name: 'Alerts', kind: 'workflow' },
      format: 'adaptive-card',
      content: ADAPTIVE_CARD,
    });
  });

  it('wants its signature, whole', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(GENERAL, 'workflow');
    for (const wrong of [url.slice(0, -1), url.replace(/&sig=.*/, ''), url.replace(/sig=.*/, 'sig=')]) {
      expect((await sandbox.postTo(wrong, ENVELOPE)).status).toBe(401);
    }
  });

  it('is not found once it was deleted', async () => {
    const sandbox = await runSandbox(database.url);
    const { id, url } = await sandbox.createWebhook(GENERAL, 'workflow');
    await sandbox.call('DELETE', `/webhooks/${id}`);
    expect((await sandbox.postTo(url, ENVELOPE)).status).toBe(404);
  });

  it('answers 429 over the pace, with the time to come back', async () => {
    const sandbox = await runSandbox(database.url, { now: () => 0 });
    const { url } = await sandbox.createWebhook(GENERAL, 'workflow');
    for (let count = 0; count < 4; count++) await sandbox.postTo(url, ENVELOPE);
    expect(await sandbox.postTo(url, ENVELOPE)).toMatchObject({ status: 429, retryAfter: '1' });
  });

  it('does not let unsigned requests use up its pace', async () => {
    const sandbox = await runSandbox(database.url, { now: () => 0 });
    const { url } = await sandbox.createWebhook(GENERAL, 'workflow');
    for (let count = 0; count < 5; count++) await sandbox.postTo(`${url}x`, ENVELOPE);
    expect((await sandbox.postTo(url, ENVELOPE)).status).toBe(202);
  });

  it('answers 413 to a body that is too large to be read', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(GENERAL, 'workflow');
    const answer = await sandbox.postTo(url, { text: 'x'.repeat(300_000) });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('MessageSizeExceeded');
  });
});

it('is reached under the webhooks’ own names only, so that no web page can post to it', async () => {
  const sandbox = await runSandbox(database.url);
  const { url } = await sandbox.createWebhook(GENERAL, 'connector');
  const { pathname } = new URL(url);
  const response = await fetch(`${sandbox.origin}${pathname}`, { method: 'POST', body: '{"text":"Hello"}' });
  expect(response.status).toBe(404);
});
