import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_CONNECTOR_ID } from '../../../server/sandbox/office365/callback.ts';
import { SANDBOX_TENANT_ID, STRANGER } from '../../../server/sandbox/team.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { ADA, LOUIS, type RunningSandbox, runSandbox } from './running-sandbox.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const QUESTION = { connectorId: SANDBOX_CONNECTOR_ID, callbackUrl: 'http://localhost/connect/callback' };
const decide = async (sandbox: RunningSandbox, decision: object) => {
  const { status, body } = await sandbox.call<{ location: string }>('POST', '/office365/decide', {
    ...QUESTION,
    state: 'the state',
    ...decision,
  });
  return { status, location: body.location, query: new URL(body.location ?? 'https://none').searchParams };
};

describe('the stand-in for Microsoft’s page', () => {
  it('shows everybody their own groups and inbox; somebody has no group', async () => {
    const sandbox = await runSandbox(database.url);
    const { body } = await sandbox.call<{
      people: { id: string; mailboxes: { kind: string; name: string }[] }[];
    }>('POST', '/office365/open', QUESTION);
    const namesOf = (id: string) =>
      body.people.find((one) => one.id === id)?.mailboxes.map(({ name }) => name);
    expect(namesOf(ADA)).toEqual(['Lamp keepers', 'Harbour watch', 'Ada Marsh']);
    expect(namesOf(LOUIS)).toEqual(['Louis Perrin']);
    expect(namesOf(STRANGER.objectId)).toEqual(['Elsewhere', 'Mara Lindt']);
  });

  it('finds a request invalid whose id or address was altered', async () => {
    const sandbox = await runSandbox(database.url);
    const open = async (change: object) =>
      (await sandbox.call('POST', '/office365/open', { ...QUESTION, ...change })).body;
    expect(await open({ connectorId: QUESTION.connectorId.toUpperCase() })).toHaveProperty('people');
    for (const change of [
      { connectorId: '5c2e90b7-81fa-4d36-b0c4-7ad1e9f26359' },
      { connectorId: '' },
      { callbackUrl: `${QUESTION.callbackUrl}?page=1` },
      { callbackUrl: 'https://evil.example/connect/callback' },
      { callbackUrl: 'nowhere' },
      { callbackUrl: 'javascript:alert(1)' },
    ]) {
      expect(await open(change)).toEqual({ invalid: true });
      const answer = await sandbox.call('POST', '/office365/decide', {
        ...QUESTION,
        ...change,
        personId: ADA,
      });
      expect(answer.status).toBe(400);
    }
  });

  it('leads back from Deny with the error and the state alone', async () => {
    const sandbox = await runSandbox(database.url);
    const { location } = await decide(sandbox, { personId: ADA });
    expect(location).toBe(`${QUESTION.callbackUrl}?state=the+state&error=AccessDenied`);
  });

  it('leads back from Allow with a webhook whose cards arrive in that mailbox', async () => {
    const sandbox = await runSandbox(database.url);
    const { query } = await decide(sandbox, { personId: ADA, mailboxId: 'group:harbour' });
    expect(Object.fromEntries(query)).toEqual({
      state: 'the state',
      webhook_url: expect.stringContaining(`@${SANDBOX_TENANT_ID}/`),
      app_type: 'Groups',
      group_name: 'Harbour watch',
      user_objectId: ADA,
    });
    const answer = await sandbox.postTo(query.get('webhook_url') ?? '', { text: 'Ahoy' });
    expect(answer).toMatchObject({ status: 200, text: '1' });
    const path = (id: string) => `/office365/mailboxes/${encodeURIComponent(id)}/posts`;
    expect((await sandbox.call('GET', path('group:harbour'))).body).toMatchObject({
      posts: [{ content: 'Ahoy' }],
    });
    expect((await sandbox.call('GET', path('group:keepers'))).body).toEqual({ posts: [] });
    expect((await sandbox.call('GET', path('group:none'))).status).toBe(404);
  });

  it('names no group for an inbox, and another organisation for the stranger', async () => {
    const sandbox = await runSandbox(database.url);
    const inbox = await decide(sandbox, { personId: LOUIS, mailboxId: `inbox:${LOUIS}` });
    expect([inbox.query.get('app_type'), inbox.query.has('group_name')]).toEqual(['Mail', false]);
    const foreign = await decide(sandbox, { personId: STRANGER.objectId, mailboxId: 'group:elsewhere' });
    expect(foreign.query.get('webhook_url')).toContain(`@${STRANGER.tenantId}/`);
  });

  it('lets nobody connect what is not theirs', async () => {
    const sandbox = await runSandbox(database.url);
    expect((await decide(sandbox, { personId: LOUIS, mailboxId: 'group:harbour' })).status).toBe(404);
  });
});
