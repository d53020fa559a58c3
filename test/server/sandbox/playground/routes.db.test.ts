import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedConnect } from '../../../../server/destinations/guard.ts';
import { DEFAULT_WEBHOOK_HOSTS } from '../../../../server/destinations/recognise.ts';
import type { Checked, Posted } from '../../../../server/sandbox/playground/schema.ts';
import { sandboxConnect } from '../../../../server/sandbox/webhook-connect.ts';
import { createEmptyDatabase, type TestDatabase } from '../../../database.ts';
import { BUILDS, channelPath, type RunningSandbox, runSandbox } from '../running-sandbox.ts';

const EVENT = JSON.stringify({ type: 'task.created', title: 'Order the cake', text: 'For **Friday**.' });
const ADAPTIVE = JSON.stringify({
  type: 'AdaptiveCard',
  version: '1.4',
  body: [{ type: 'TextBlock', text: 'Hello', wrap: true }],
});
const MESSAGE_CARD = JSON.stringify({ '@type': 'MessageCard', text: 'Hello' });

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

async function check(mode: 'event' | 'card', text: string): Promise<Checked> {
  const sandbox = await runSandbox(database.url);
  return (await sandbox.call<Checked>('POST', '/playground/check', { mode, text, language: 'en' })).body;
}

function post(sandbox: RunningSandbox, text: string, to: object, mode = 'card') {
  return sandbox.call<Posted & { code?: string; reason?: string }>('POST', '/playground/post', {
    mode,
    text,
    language: 'en',
    to,
  });
}

describe('what stands in the editor', () => {
  it('is an event: both its cards come, with their sizes and answers', async () => {
    const { forms, budgetBytes } = await check('event', EVENT);
    expect(budgetBytes).toBe(20_000);
    expect(forms.map(({ kind, answer, shown }) => [kind, answer.status, shown?.format])).toEqual([
      ['workflow', 202, 'adaptive-card'],
      ['connector', 200, 'message-card'],
    ]);
    for (const { bytes, body } of forms) expect(bytes).toBe(Buffer.byteLength(JSON.stringify(body)));
  });

  it('is a bare Adaptive Card: a Workflow gets it in an envelope, a connector refuses it', async () => {
    const { forms } = await check('card', ADAPTIVE);
    expect(forms[0]).toMatchObject({
      answer: { status: 202 },
      shown: { format: 'adaptive-card' },
      findings: [{ code: 'envelope-added' }],
    });
    expect(forms[1]?.answer).toEqual({ status: 400, words: 'Summary or Text is required.' });
    expect(forms[1]).not.toHaveProperty('shown');
  });

  it('is a MessageCard: both take it', async () => {
    const { forms } = await check('card', MESSAGE_CARD);
    expect(forms.map(({ shown }) => shown?.format)).toEqual(['message-card', 'message-card']);
  });

  it.each([
    ['card', '{'],
    ['event', '{'],
    ['event', '{"title": "No type"}'],
    ['event', '[]'],
  ] as const)('is no %s: %s, and is told so', async (mode, text) => {
    const { forms, problem } = await check(mode, text);
    expect(forms).toEqual([]);
    expect(problem).toMatch(/\w/);
  });
});

describe('a post', () => {
  it.each(['workflow', 'connector'] as const)('goes to a channel through a %s', async (kind) => {
    const sandbox = await runSandbox(database.url);
    const to = { channelId: BUILDS, kind };
    const verdict = kind === 'workflow' ? 'accepted' : 'posted';
    expect((await post(sandbox, EVENT, to, 'event')).body).toMatchObject({ kind, verdict });
    expect((await sandbox.posts(BUILDS)).at(-1)).toMatchObject({ sender: { name: 'Playground', kind } });
    expect((await post(sandbox, EVENT, to, 'event')).body).toMatchObject({ kind, verdict });
    const made = (await sandbox.state()).workflows.filter(({ name }) => name === 'Playground');
    expect(made.length).toBeLessThanOrEqual(1);
  });

  it('meets what the channel’s webhooks do', async () => {
    const sandbox = await runSandbox(database.url);
    await sandbox.call('PUT', channelPath(BUILDS, 'behaviour'), { behaviour: 'removed' });
    const { body } = await post(sandbox, MESSAGE_CARD, { channelId: BUILDS, kind: 'connector' });
    expect(body).toMatchObject({ status: 410, verdict: 'dead' });
    await sandbox.call('PUT', channelPath(BUILDS, 'behaviour'), { behaviour: 'normal' });
  });

  it('goes to a webhook’s address that was pasted', async () => {
    const sandbox = await runSandbox(database.url);
    const { url } = await sandbox.createWebhook(BUILDS, 'workflow');
    expect((await post(sandbox, ADAPTIVE, { url })).body).toMatchObject({
      kind: 'workflow',
      verdict: 'accepted',
    });
  });

  it.each([
    ['http://localhost:3978/webhookb2/a@b/c/d/e', 'not-https'],
    ['https://169.254.169.254/webhookb2/a@b/c/d/e', 'ip-address'],
    ['https://evil.example/webhookb2/a@b/c/d/e', 'wrong-host'],
    ['https://contoso.webhook.office.com/elsewhere', 'wrong-path'],
  ])('does not go to %s', async (url, reason) => {
    const sandbox = await runSandbox(database.url);
    const { status, body } = await post(sandbox, MESSAGE_CARD, { url });
    expect([status, body.code, body.reason]).toEqual([400, 'webhook-url-refused', reason]);
  });

  it('does not go into a private network under a name that is allowed', async () => {
    const inside = guardedConnect({ resolve: async () => ['10.0.0.1'] });
    const sandbox = await runSandbox(database.url, {
      cardwire: {
        apiKey: 'k',
        operateKey: 'cw_of-the-operator',
        githubSecret: 's',
        actionSecret: 'c2VjcmV0IG9mIHRlc3Rz',
        connectAnywhere: sandboxConnect(() => 1, inside),
        webhookHosts: DEFAULT_WEBHOOK_HOSTS,
      },
    });
    const url = 'https://contoso.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d';
    const { body } = await post(sandbox, MESSAGE_CARD, { url });
    expect(body).toMatchObject({ verdict: 'try_again' });
    expect(body.words).toMatch(/address/i);
    expect(JSON.stringify(body)).not.toContain('IncomingWebhook');
  });

  it('is refused when it is no JSON', async () => {
    const sandbox = await runSandbox(database.url);
    const { status, body } = await post(sandbox, '{', { channelId: BUILDS, kind: 'workflow' });
    expect([status, body.code]).toEqual([400, 'invalid-json']);
  });
});
