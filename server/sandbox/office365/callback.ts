import type { Mailbox } from './mailboxes.ts';

/** The connector's id while the sandbox is on, in the place of one from Microsoft's dashboard. Drawn at random. */
export const SANDBOX_CONNECTOR_ID = '5c2e90b7-81fa-4d36-b0c4-7ad1e9f26358';

interface Question {
  connectorId: string;
  callbackUrl: string;
}

/**
 * Whether Microsoft's page would take the question: an id that it knows, and an https address without a query;
 * plain http while developing on this machine. `ownHost` is this server's: the sandbox sends nobody elsewhere.
 */
export function isValidQuestion(
  { connectorId, callbackUrl }: Question,
  ownHost: string | undefined,
): boolean {
  const url = URL.parse(callbackUrl);
  if (!url || connectorId.toLowerCase() !== SANDBOX_CONNECTOR_ID) return false;
  // Read with the same scheme, so that its usual port may stand in either.
  if (url.host !== URL.parse(`${url.protocol}//${ownHost}`)?.host) return false;
  const local = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  return (url.protocol === 'https:' || local) && url.search === '' && url.hash === '';
}

/** What Microsoft's page adds when somebody pressed Allow, in the letters that were seen. */
export interface Allowed {
  webhookUrl: string;
  mailbox: Pick<Mailbox, 'kind' | 'name'>;
  personId: string;
}

/** The address that leads back; without `allowed`, somebody pressed Deny. */
export function wayBack(callbackUrl: string, state: string | undefined, allowed?: Allowed): string {
  const query = new URLSearchParams(state === undefined ? {} : { state });
  if (allowed) {
    const { webhookUrl, mailbox, personId } = allowed;
    query.set('webhook_url', webhookUrl);
    query.set('app_type', mailbox.kind === 'inbox' ? 'Mail' : 'Groups');
    if (mailbox.kind === 'group') query.set('group_name', mailbox.name);
    query.set('user_objectId', personId);
  } else {
    query.set('error', 'AccessDenied');
  }
  return `${callbackUrl}?${query}`;
}
