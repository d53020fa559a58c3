import type { Behaviour } from './behaviour.ts';
import { embeddedError, refuseConnector } from './connector-webhook.ts';
import type { WebhookAnswer } from './message.ts';
import { acceptWithoutPosting, refuseWorkflow } from './workflow-webhook.ts';

/** What a webhook does in the place of answering as it should. */
export type Misbehaviour =
  /** Answers as it should, after this time. */
  | { kind: 'delay'; delayMs: number }
  /** Answers this, and posts nothing. */
  | { kind: 'answer'; answer: WebhookAnswer }
  /** Cuts the connection without a word. */
  | { kind: 'cut' };

/** Long enough to be noticed, and well below what senders wait: see `POST_TIMEOUT_MS` in post.ts. */
const SLOW_ANSWER_MS = 8_000;

/** Teams asks for about as much. */
const RETRY_AFTER_S = 30;

/**
 * What a webhook that exists, and was asked rightly, does when its channel is switched; nothing for one that
 * behaves. A connector is no flow: `flow-off` leaves it as it is. See docs/sandbox.md for the same as a table.
 */
export function misbehaviourOf(
  behaviour: Behaviour,
  webhook: { kind: 'connector' | 'workflow'; id: string },
  contextId: string,
): Misbehaviour | undefined {
  if (behaviour === 'normal') return undefined;
  if (behaviour === 'slow') return { kind: 'delay', delayMs: SLOW_ANSWER_MS };
  if (behaviour === 'broken') return { kind: 'cut' };
  const answer =
    webhook.kind === 'connector' ? ofConnector(behaviour, contextId) : ofWorkflow(behaviour, webhook.id);
  return answer && { kind: 'answer', answer };
}

type Answered = Exclude<Behaviour, 'normal' | 'slow' | 'broken'>;

function ofConnector(behaviour: Answered, contextId: string): WebhookAnswer | undefined {
  switch (behaviour) {
    case 'throttled':
      return { ...refuseConnector('throttled'), retryAfter: RETRY_AFTER_S };
    case 'hidden-error':
      return embeddedError(500, contextId);
    case 'removed':
      return refuseConnector('removed');
    case 'too-large':
      return embeddedError(413, contextId);
    case 'flow-off':
      return undefined;
  }
}

function ofWorkflow(behaviour: Answered, workflowId: string): WebhookAnswer {
  switch (behaviour) {
    case 'throttled':
      return { ...refuseWorkflow('throttled', workflowId), retryAfter: RETRY_AFTER_S };
    // A Workflow answers before it posts: what fails afterwards, only its owner hears of.
    case 'hidden-error':
      return acceptWithoutPosting();
    case 'removed':
      return refuseWorkflow('not-found', workflowId);
    case 'too-large':
      return refuseWorkflow('too-large', workflowId);
    case 'flow-off':
      return refuseWorkflow('off', workflowId);
  }
}
