import {
  type Fields,
  isFields,
  isTooLarge,
  type Message,
  readFields,
  type WebhookAnswer,
  type WebhookRequest,
} from './message.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** A throttled caller is let in again when the window of one second has passed. */
const RETRY_AFTER_S = 1;

/**
 * Answers as a Workflow with the trigger "When a Teams webhook request is received" does, by the first of
 * these that holds:
 *
 * | the request | answer |
 * |---|---|
 * | to a Workflow that is gone or never was | 404 `WorkflowNotFound` |
 * | without its signature | 401 `DirectApiAuthorizationRequired` |
 * | over the pace | 429 |
 * | too large | 413 `MessageSizeExceeded` |
 * | neither an envelope with Adaptive Cards nor a MessageCard | 400 `TriggerInputSchemaMismatch` |
 * | good | 202 without a body: accepted, which does not say posted |
 */
export function answerWorkflow(
  request: WebhookRequest & { workflowId: string; signed: boolean },
): WebhookAnswer {
  if (request.standing !== 'active') return refuseWorkflow('not-found', request.workflowId);
  if (!request.signed) return refuseWorkflow('unsigned', request.workflowId);
  if (!request.admitted) {
    return { ...refuseWorkflow('throttled', request.workflowId), retryAfter: RETRY_AFTER_S };
  }
  if (isTooLarge(request.body)) return refuseWorkflow('too-large', request.workflowId);
  const fields = readFields(request.body);
  const messages = fields && messagesOf(fields);
  if (!messages) return refuseWorkflow('mismatch', request.workflowId);
  return { ...acceptWithoutPosting(), messages };
}

/** The error answers of the engine, each with its status, code and words. */
const REFUSALS = {
  'not-found': [404, 'WorkflowNotFound', "The workflow '{id}' could not be found."],
  unsigned: [
    401,
    'DirectApiAuthorizationRequired',
    'The request must be authenticated only by Shared Access scheme.',
  ],
  throttled: [429, 'TooManyRequests', 'Rate limit is exceeded.'],
  'too-large': [413, 'MessageSizeExceeded', 'The message is larger than the limit of 28672 bytes.'],
  mismatch: [
    400,
    'TriggerInputSchemaMismatch',
    "The input body for trigger 'manual' of type 'Request' did not match its schema definition.",
  ],
  off: [
    400,
    'WorkflowTriggerIsNotEnabled',
    "Could not execute workflow '{id}' trigger 'manual' with state 'Disabled'.",
  ],
} as const satisfies Record<string, readonly [number, string, string]>;

/** `too-large` is also the answer to a body that was not read to its end. */
export function refuseWorkflow(why: keyof typeof REFUSALS, workflowId: string): WebhookAnswer {
  const [status, code, message] = REFUSALS[why];
  return error(status, code, message.replace('{id}', workflowId));
}

/** Accepted, which does not say posted. */
export function acceptWithoutPosting(): WebhookAnswer {
  return { status: 202, contentType: 'text/plain; charset=utf-8', body: '', messages: [] };
}

function error(status: number, code: string, message: string): WebhookAnswer {
  const body = JSON.stringify({ error: { code, message } });
  return { status, contentType: 'application/json; charset=utf-8', body, messages: [] };
}

/** One message for each card, or nothing when the body is not what the trigger takes. */
function messagesOf(fields: Fields): Message[] | undefined {
  if (fields['@type'] === 'MessageCard') return [withoutButtons(fields)];
  if (fields.type !== 'message' || !Array.isArray(fields.attachments)) return undefined;
  const messages = fields.attachments.map(messageOf).filter((message) => message !== undefined);
  return messages.length === fields.attachments.length && messages.length > 0 ? messages : undefined;
}

function messageOf(attachment: unknown): Message | undefined {
  if (!isFields(attachment) || attachment.contentType !== ADAPTIVE_CARD) return undefined;
  const { content } = attachment;
  if (!isFields(content) || content.type !== 'AdaptiveCard') return undefined;
  return { format: 'adaptive-card', content };
}

/** Workflows take MessageCards since February 2026 and show them without their buttons. */
function withoutButtons(card: Fields): Message {
  const { potentialAction: _dropped, ...rest } = card;
  return { format: 'message-card', content: rest };
}
