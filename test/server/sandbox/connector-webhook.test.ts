import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeConnectorAnswer } from '../../../server/destinations/verdict.ts';
import { answerConnector, refuseConnector } from '../../../server/sandbox/connector-webhook.ts';
import type { WebhookRequest } from '../../../server/sandbox/message.ts';

const CONTEXT_ID = 'tcid=0,server=test,cv=abc.0';
const CARD = { '@type': 'MessageCard', summary: 'A summary', title: 'A title' };

function answer(body: unknown, request: Partial<WebhookRequest> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return answerConnector({ standing: 'active', admitted: true, body: text, ...request }, CONTEXT_ID);
}

function embedded(code: number): string {
  return `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${code} with ContextId ${CONTEXT_ID}.`;
}

describe('a connector that is configured', () => {
  it('answers a MessageCard with the number 1 and posts it', () => {
    expect(answer(CARD)).toMatchObject({
      status: 200,
      body: '1',
      messages: [{ format: 'message-card', content: CARD }],
    });
  });

  it('posts a body with nothing but a text as text', () => {
    expect(answer({ text: 'Hello' })).toMatchObject({
      status: 200,
      body: '1',
      messages: [{ format: 'text', content: 'Hello' }],
    });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['another type of card', { '@type': 'ActionCard', text: 'Hello' }],
  ])('refuses %s as a bad payload', (_what, body) => {
    expect(answer(body)).toMatchObject({
      status: 400,
      body: 'Bad payload received by generic incoming webhook.',
      messages: [],
    });
  });

  it.each([
    ['neither', { title: 'A title' }],
    ['blank ones', { text: ' ', summary: '' }],
    ['other things than text', { text: 1, summary: {} }],
  ])('asks for a summary or a text when there are %s', (_what, body) => {
    expect(answer(body)).toMatchObject({ status: 400, body: 'Summary or Text is required.', messages: [] });
  });

  it('hides the error 413 in a 200 when Teams could not store the card', () => {
    expect(answer({ text: 'x'.repeat(24_500) })).toMatchObject({
      status: 200,
      body: embedded(413),
      messages: [],
    });
  });

  it('takes a card of 24,000 bytes: Teams counts fewer than 28,672 for it', () => {
    const body = JSON.stringify({ text: 'x'.repeat(24_000 - '{"text":""}'.length) });
    expect(Buffer.byteLength(body)).toBe(24_000);
    expect(answer(body)).toMatchObject({ status: 200, body: '1' });
  });

  it('counts bytes and not characters', () => {
    expect(answer({ text: 'é'.repeat(12_500) })).toMatchObject({ body: embedded(413) });
  });

  it('hides the error 429 in a 200 when the pace is passed', () => {
    expect(answer(CARD, { admitted: false })).toMatchObject({
      status: 200,
      body: embedded(429),
      messages: [],
    });
  });
});

it('answers 410 once the connector was removed, whatever is sent', () => {
  expect(answer('{', { standing: 'removed' })).toMatchObject({ status: 410, messages: [] });
});

it('answers 404 to an id that it never gave out', () => {
  expect(answer(CARD, { standing: 'unknown' })).toMatchObject({ status: 404, messages: [] });
});

it('answers 413 to a body that it does not read', () => {
  expect(refuseConnector('unread')).toMatchObject({ status: 413, messages: [] });
});

/** The sandbox would teach something wrong if the sender's reading of its answers differed from Teams'. */
describe('the reading of the answers', () => {
  it.each([
    ['posted', answer(CARD)],
    ['card_wrong', answer({ title: 'A title' })],
    ['card_wrong', answer('{')],
    ['card_wrong', answer({ text: 'x'.repeat(30_000) })],
    ['card_wrong', refuseConnector('unread')],
    ['try_again', answer(CARD, { admitted: false })],
    ['dead', answer(CARD, { standing: 'removed' })],
    ['dead', answer(CARD, { standing: 'unknown' })],
  ] as const)('is %s', (verdict, { status, body }) => {
    expect(judgeConnectorAnswer({ kind: 'response', status, body }, NOW).verdict).toBe(verdict);
  });
});

const NOW = new Date('2026-11-21T08:00:00Z');

it('any_body_is_answered_and_posts_only_with_a_1', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.object().map((value) => JSON.stringify(value)),
      ),
      (body) => {
        const { status, body: words, messages } = answer(body);
        expect(messages.length > 0).toBe(status === 200 && words === '1');
      },
    ),
  );
});
