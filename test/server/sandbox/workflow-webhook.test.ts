import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeWorkflowAnswer } from '../../../server/destinations/verdict.ts';
import { answerWorkflow, refuseWorkflow } from '../../../server/sandbox/workflow-webhook.ts';

const CARD = { type: 'AdaptiveCard', version: '1.4', body: [] };
const WORKFLOW_ID = '0123456789abcdef0123456789abcdef';
const NOW = new Date('2026-11-21T08:00:00Z');

type Request = Parameters<typeof answerWorkflow>[0];

function attachment(content: unknown) {
  return { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
}

function envelope(...cards: unknown[]) {
  return { type: 'message', attachments: cards.map(attachment) };
}

function answer(body: unknown, request: Partial<Request> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return answerWorkflow({
    standing: 'active',
    admitted: true,
    signed: true,
    workflowId: WORKFLOW_ID,
    body: text,
    ...request,
  });
}

function codeOf({ body }: { body: string }): string {
  return JSON.parse(body).error.code;
}

describe('a Workflow that is there', () => {
  it('accepts an envelope with 202 and no word, and posts its card', () => {
    expect(answer(envelope(CARD))).toMatchObject({
      status: 202,
      body: '',
      messages: [{ format: 'adaptive-card', content: CARD }],
    });
  });

  it('posts each card of an envelope as a message of its own', () => {
    const other = { ...CARD, version: '1.5' };
    expect(answer(envelope(CARD, other)).messages.map(({ content }) => content)).toEqual([CARD, other]);
  });

  it('takes a MessageCard and drops its buttons', () => {
    const card = { '@type': 'MessageCard', text: 'Hello' };
    expect(answer({ ...card, potentialAction: [{ '@type': 'OpenUri' }] })).toMatchObject({
      status: 202,
      messages: [{ format: 'message-card', content: card }],
    });
    expect(answer({ ...card, potentialAction: [] }).messages[0]?.content).not.toHaveProperty(
      'potentialAction',
    );
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a bare card', CARD],
    ['a text', { text: 'Hello' }],
    ['an envelope without attachments', { type: 'message' }],
    ['an envelope with no attachment', { type: 'message', attachments: [] }],
    [
      'another content type',
      { type: 'message', attachments: [{ contentType: 'text/plain', content: CARD }] },
    ],
    ['an attachment without a card', envelope(undefined)],
    ['a card that is text', envelope(JSON.stringify(CARD))],
    ['one good card and one that is none', envelope(CARD, {})],
  ])('refuses %s as a mismatch with its schema', (_what, body) => {
    const refused = answer(body);
    expect(refused).toMatchObject({ status: 400, messages: [] });
    expect(codeOf(refused)).toBe('TriggerInputSchemaMismatch');
  });

  it('answers 413 when the message is too large', () => {
    const refused = answer(envelope({ ...CARD, fallbackText: 'x'.repeat(24_500) }));
    expect(refused).toMatchObject({ status: 413, messages: [] });
    expect(codeOf(refused)).toBe('MessageSizeExceeded');
  });

  it('answers 429 when the pace is passed, and says when to come back', () => {
    expect(answer(envelope(CARD), { admitted: false })).toMatchObject({
      status: 429,
      retryAfter: 1,
      messages: [],
    });
  });

  it('answers 401 without its signature', () => {
    const refused = answer(envelope(CARD), { signed: false });
    expect(refused).toMatchObject({ status: 401, messages: [] });
    expect(codeOf(refused)).toBe('DirectApiAuthorizationRequired');
  });
});

it.each(['removed', 'unknown'] as const)('is not found when it is %s', (standing) => {
  const refused = answer(envelope(CARD), { standing, signed: false });
  expect(refused).toMatchObject({ status: 404, messages: [] });
  expect(codeOf(refused)).toBe('WorkflowNotFound');
});

/** The sandbox would teach something wrong if the sender's reading of its answers differed from Teams'. */
describe('the reading of the answers', () => {
  it.each([
    ['accepted', answer(envelope(CARD))],
    ['card_wrong', answer('{')],
    ['card_wrong', refuseWorkflow('too-large', 'id')],
    ['try_again', answer(envelope(CARD), { admitted: false })],
    ['dead', answer(envelope(CARD), { signed: false })],
    ['dead', answer(envelope(CARD), { standing: 'removed' })],
  ] as const)('is %s', (verdict, { status, body }) => {
    expect(judgeWorkflowAnswer({ kind: 'response', status, body }, NOW).verdict).toBe(verdict);
  });
});

it('any_body_is_answered_and_posts_only_with_202', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(fc.anything()).map((cards) => JSON.stringify(envelope(...cards))),
  );
  fc.assert(
    fc.property(anything, (body) => {
      const { status, messages } = answer(body);
      expect(messages.length > 0).toBe(status === 202);
    }),
  );
});
