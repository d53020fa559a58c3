import { recogniseWebhook } from '../destinations/recognise.ts';
import { ProblemError } from '../problem.ts';
import { type AttemptStore, keepGrant, takeAttempt } from './attempts.ts';
import { readCallback, stateOf } from './callback-answer.ts';
import type { Outcome } from './schema.ts';
import type { Session } from './session.ts';
import { tenantOf } from './tenant-of.ts';

export interface ConcludeContext {
  store: AttemptStore;
  webhookHosts: readonly string[];
  /** Organisations whose groups and inboxes may be connected. */
  tenants: readonly string[];
}

/**
 * Ends a way to Microsoft and back: uses its state up, and keeps what Microsoft gave when that is a connector's
 * webhook of an organisation that may use this server. Nothing is posted and no event flows yet.
 */
export async function conclude(
  { store, webhookHosts, tenants }: ConcludeContext,
  session: Session | undefined,
  query: string,
): Promise<Outcome> {
  const attempt = await takeAttempt(store, session, stateOf(query));
  if (typeof attempt === 'string') return attempt;
  const answer = readCallback(query);
  if (answer.kind !== 'granted') return answer.kind;
  const url = connectorUrl(answer.grant.url, webhookHosts);
  if (url === undefined) return 'address-refused';
  if (!tenants.includes(tenantOf(url) ?? '')) return 'tenant-not-allowed';
  await keepGrant(store, attempt.id, { ...answer.grant, url });
  return 'granted';
}

/** The address when it is one of an Office 365 connector at a host that is allowed. */
function connectorUrl(text: string, webhookHosts: readonly string[]): string | undefined {
  try {
    const { kind, url } = recogniseWebhook(text, webhookHosts);
    return kind === 'connector' ? url : undefined;
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
