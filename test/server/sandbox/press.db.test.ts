import type { FastifyPluginAsync } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../../server/card-actions/signature.ts';
import { OPERATOR_PATH } from '../../../server/sandbox/operator-routes.ts';
import { PRESS_CLAIMS } from '../../../server/sandbox/press-button.ts';
import type { PressResult } from '../../../server/sandbox/schema.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { ACTION_SECRET } from '../card-actions/action-secret.ts';
import { ADA, GENERAL, LOUIS, type RunningSandbox, runSandbox } from './running-sandbox.ts';

const PUBLIC_URL = 'http://localhost';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const card = (...potentialAction: object[]) => ({
  '@type': 'MessageCard',
  summary: 'Order',
  potentialAction,
});
const post = (target: string, body = '{"a":1}') => ({ '@type': 'HttpPOST', name: 'Approve', target, body });
const LINK = { '@type': 'OpenUri', name: 'Open', targets: [{ os: 'default', uri: 'https://a.example/' }] };

/** A sandbox on a server that answers posts back with these headers and body, and what it was sent. */
async function openRig(status: number, headers: Record<string, string>, body: unknown = {}) {
  const received: { authorization: unknown; body: unknown }[] = [];
  const answering: FastifyPluginAsync = async (app) => {
    app.post('/api/card-actions', async (request, reply) => {
      received.push({ authorization: request.headers.authorization, body: request.body });
      return reply.code(status).headers(headers).send(body);
    });
  };
  const signToken = async (person: { objectId: string }, claims: object = {}) =>
    `token of ${person.objectId} with ${JSON.stringify(claims)}`;
  const sandbox = await runSandbox(database.url, { publicUrl: PUBLIC_URL, signToken }, answering);
  return { sandbox, received };
}

async function pressOn(sandbox: RunningSandbox, content: object, button: number, personId = ADA) {
  const { webhook } = await sandbox.addConnector(GENERAL);
  await sandbox.postTo(webhook.url, content);
  const posted = (await sandbox.posts(GENERAL)).at(-1);
  const answer = await sandbox.call<PressResult>('POST', `/posts/${posted?.id}/press`, { personId, button });
  const now = (await sandbox.posts(GENERAL)).find(({ id }) => id === posted?.id);
  return { answer, content: now?.content };
}

describe('a button that is pressed', () => {
  it('posts its body with the token of who pressed, and shows the status and the new card', async () => {
    const renewed = card(LINK);
    const { sandbox, received } = await openRig(
      200,
      { 'card-action-status': 'Approved.', 'card-update-in-body': 'true' },
      renewed,
    );
    const given = card(LINK, post(`${PUBLIC_URL}/api/card-actions`));
    const { answer, content } = await pressOn(sandbox, given, 1, LOUIS);
    expect(answer.body).toEqual({ worked: true, status: 'Approved.' });
    expect(content).toEqual(renewed);
    expect(received).toEqual([
      { authorization: `Bearer token of ${LOUIS} with ${JSON.stringify(PRESS_CLAIMS)}`, body: { a: 1 } },
    ]);
  });

  it('leaves the card as it is when it did not work, or brought no card', async () => {
    const given = card(post(`${PUBLIC_URL}/api/card-actions`));
    const failing = await openRig(
      403,
      { 'card-action-status': 'No.', 'card-update-in-body': 'true' },
      card(),
    );
    expect(await pressOn(failing.sandbox, given, 0)).toMatchObject({
      answer: { body: { worked: false, status: 'No.' } },
      content: given,
    });
    const silent = await openRig(200, {});
    expect(await pressOn(silent.sandbox, given, 0)).toMatchObject({
      answer: { body: { worked: true, status: 'HTTP 200' } },
      content: given,
    });
  });

  it('reaches this server alone, whatever the card says', async () => {
    const { sandbox, received } = await openRig(200, {});
    for (const target of ['https://a.example/api/card-actions', 'http://localhost.a.example/', 'x']) {
      const { answer } = await pressOn(sandbox, card(post(target)), 0);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    }
    expect(received).toEqual([]);
  });

  it('must be there, and post back', async () => {
    const { sandbox } = await openRig(200, {});
    for (const place of [0, 1]) {
      const { answer } = await pressOn(sandbox, card(LINK), place);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });
});

describe('the stand-in for the operator', () => {
  const tell = async (action: string, secret = ACTION_SECRET) => {
    const events: unknown[] = [];
    const { app } = await runSandbox(database.url, {}, async (server) => {
      const asJson = { parseAs: 'string' } as const;
      server.addContentTypeParser('application/cloudevents+json', asJson, (_request, text, done) =>
        done(null, JSON.parse(String(text))),
      );
      server.post('/api/events', async ({ body }) => void events.push(body));
    });
    const data = {
      action: { id: action },
      person: { name: 'Ada Marsh' },
      event: { source: 'https://tasks.example', id: '7' },
    };
    const payload = JSON.stringify({ type: 'card.action', data });
    const headers = signatureHeaders({ id: 'one', at: new Date(), body: payload }, [secret]);
    const answer = await app.inject({
      method: 'POST',
      url: OPERATOR_PATH,
      headers: { ...headers, 'content-type': 'application/json' },
      payload,
    });
    return { status: answer.statusCode, events };
  };

  it('tells of a task that was marked as done, always with the same id', async () => {
    const done = {
      source: 'https://tasks.example',
      id: '7/done',
      type: 'task.updated',
      data: { status: 'Done', actor: { name: 'Ada Marsh' } },
    };
    expect(await tell('done')).toMatchObject({ status: 204, events: [done] });
  });

  it('takes other buttons without a word, and believes nobody without the secret', async () => {
    expect(await tell('approve')).toEqual({ status: 204, events: [] });
    expect(await tell('done', Buffer.alloc(32, 9).toString('base64'))).toEqual({ status: 401, events: [] });
  });
});
