import type { Connector } from '../../../manifest/connector.ts';
import { BUDGET_BYTES } from '../../cards/budget.ts';
import type { ComposeContext } from '../../cards/compose.ts';
import { composeCard } from '../../cards/compose.ts';
import type { DestinationKind } from '../../destinations/destination.ts';
import { destinationOf } from '../../destinations/destination-of.ts';
import { readEvents } from '../../events/read-events.ts';
import { ProblemError } from '../../problem.ts';
import { answerConnector } from '../connector-webhook.ts';
import { isFields, type WebhookAnswer } from '../message.ts';
import { answerWorkflow } from '../workflow-webhook.ts';
import { findingsIn } from './findings.ts';
import type { Checked, Draft, Form } from './schema.ts';

const KINDS: readonly DestinationKind[] = ['workflow', 'connector'];
const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const TIME_ZONE = 'Europe/Paris';

/** The body for one kind of webhook, and whether an envelope was put around it. */
interface Body {
  text: string;
  enveloped: boolean;
}

/** Both forms of what stands in the editor, or the words that say why there are none. */
export function checkDraft(draft: Draft, connector: Connector, now: Date): Checked {
  try {
    return { budgetBytes: BUDGET_BYTES, forms: KINDS.map((kind) => formOf(draft, kind, connector, now)) };
  } catch (error) {
    if (!(error instanceof ProblemError) && !(error instanceof SyntaxError)) throw error;
    return { budgetBytes: BUDGET_BYTES, forms: [], problem: error.message };
  }
}

/** What is posted to a webhook of this kind. Throws a SyntaxError or a ProblemError when nothing can be. */
export function bodyOf(draft: Draft, kind: DestinationKind, connector: Connector, now: Date): Body {
  const value: unknown = JSON.parse(draft.text);
  if (draft.mode === 'card') return cardBody(value, kind);
  const [event] = readEvents({}, value, { defaultSource: 'urn:cardwire:playground', now });
  if (!event) throw new ProblemError('invalid-event', 'There is no event.');
  const context: ComposeContext = {
    connector,
    language: draft.language,
    timeZone: TIME_ZONE,
    templateFailed,
  };
  return { text: destinationOf(kind).render(composeCard(event, context)), enveloped: false };
}

/** A Workflow takes Adaptive Cards in an envelope alone: one is put around a bare card. */
function cardBody(value: unknown, kind: DestinationKind): Body {
  if (kind !== 'workflow' || !isFields(value) || value.type !== 'AdaptiveCard') {
    return { text: JSON.stringify(value), enveloped: false };
  }
  const attachments = [{ contentType: ADAPTIVE_CARD, contentUrl: null, content: value }];
  return { text: JSON.stringify({ type: 'message', attachments }), enveloped: true };
}

function formOf(draft: Draft, kind: DestinationKind, connector: Connector, now: Date): Form {
  const { text, enveloped } = bodyOf(draft, kind, connector, now);
  const body: unknown = JSON.parse(text);
  const { status, body: words, messages } = answered(text, kind);
  const [message] = messages;
  // Of what is refused only the size is of interest; an envelope of ours is not the writer's to judge.
  const findings = findingsIn(body, kind).filter(({ code }) =>
    message ? !(enveloped && code === 'no-summary') : code === 'too-large',
  );
  return {
    kind,
    bytes: Buffer.byteLength(text),
    body,
    answer: { status, words },
    ...(message && { shown: { format: formatOf(message.format), content: contentOf(message) } }),
    findings: [...(enveloped ? [{ code: 'envelope-added', at: '', seen: '' } as const] : []), ...findings],
  };
}

function answered(body: string, kind: DestinationKind): WebhookAnswer {
  const request = { standing: 'active', admitted: true, body } as const;
  return kind === 'connector'
    ? answerConnector(request, 'tcid=0')
    : answerWorkflow({ ...request, signed: true, workflowId: 'playground' });
}

/** A connector's plain text is drawn as a card of nothing else. */
function formatOf(format: WebhookAnswer['messages'][number]['format']): 'adaptive-card' | 'message-card' {
  return format === 'adaptive-card' ? 'adaptive-card' : 'message-card';
}

function contentOf({ format, content }: WebhookAnswer['messages'][number]): unknown {
  return format === 'text' ? { text: content } : content;
}

/** Whoever writes a template wants to see that it fails. */
function templateFailed(_type: string, error: unknown): never {
  throw new ProblemError('invalid-event', `The template failed: ${String(error)}`);
}
