import {
  type Fields,
  isTooLarge,
  type Message,
  readFields,
  type WebhookAnswer,
  type WebhookRequest,
} from './message.ts';

/**
 * Answers as a connector's webhook does, by the first of these that holds:
 *
 * | the request | answer |
 * |---|---|
 * | to an id that was never given out | 404 |
 * | to a connector that was removed | 410 |
 * | not a JSON object | 400 "Bad payload received by generic incoming webhook." |
 * | without `summary` and `text` | 400 "Summary or Text is required." |
 * | over the pace | 200 with the error 429 in its body |
 * | too large to store | 200 with the error 413 in its body |
 * | good | 200 with the body `1` |
 *
 * Errors of Teams behind the webhook come inside a 200: Microsoft calls that intended
 * (MicrosoftDocs/msteams-docs issue 1810). `contextId` stands for the id that Teams draws for its support.
 */
export function answerConnector(request: WebhookRequest, contextId: string): WebhookAnswer {
  if (request.standing === 'unknown') return text(404, 'Invalid webhook URL');
  if (request.standing === 'removed') return refuseConnector('removed');
  const fields = readFields(request.body);
  if (!fields || !isPayload(fields)) return text(400, 'Bad payload received by generic incoming webhook.');
  if (!isFilled(fields.summary) && !isFilled(fields.text)) return text(400, 'Summary or Text is required.');
  if (!request.admitted) return embeddedError(429, contextId);
  if (isTooLarge(request.body)) return embeddedError(413, contextId);
  return { ...text(200, '1'), messages: [messageOf(fields)] };
}

/** The answers of the webhook itself that do not depend on what was sent. `unread`: too large even to be read. */
export function refuseConnector(why: 'removed' | 'throttled' | 'unread'): WebhookAnswer {
  if (why === 'removed') return text(410, 'Connector configuration not found');
  return why === 'throttled' ? text(429, 'Too Many Requests') : text(413, 'Request Entity Too Large');
}

function text(status: number, body: string): WebhookAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body, messages: [] };
}

/** An error of Teams behind the webhook: it comes inside a 200. */
export function embeddedError(code: number, contextId: string): WebhookAnswer {
  return text(
    200,
    `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${code} with ContextId ${contextId}.`,
  );
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** A MessageCard says so or leaves its type out; anything else under `@type` is not one. */
function isPayload(fields: Fields): boolean {
  return fields['@type'] === undefined || fields['@type'] === 'MessageCard';
}

function messageOf(fields: Fields): Message {
  const plain = Object.keys(fields).every((name) => name === 'text');
  return plain ? { format: 'text', content: fields.text } : { format: 'message-card', content: fields };
}
