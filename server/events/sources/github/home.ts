import { textAt, valueAt } from '../../fields.ts';
import { isPayload, requiredText, requiredUrl } from './payload.ts';

/** Where GitHub is when a payload does not tell; its own servers at other companies have other names. */
const GITHUB = 'https://github.com';

/** Where an event comes from. */
export interface Home {
  /** The page of the repository, organisation or account. */
  url: string;
  repository: string | undefined;
  organization: string | undefined;
}

/**
 * The home of an event: its repository, else its organisation, else the account that it is about. Throws
 * `invalid-event` when there is a repository without a name or page.
 */
export function homeOf(payload: unknown): Home {
  const organization =
    textAt(payload, 'organization', 'login') ?? textAt(payload, 'repository', 'owner', 'login');
  if (isPayload(valueAt(payload, 'repository'))) {
    const repository = requiredText(payload, 'repository', 'full_name');
    return { url: requiredUrl(payload, 'repository', 'html_url'), repository, organization };
  }
  const account =
    textAt(payload, 'organization', 'login') ?? textAt(payload, 'sponsorship', 'sponsorable', 'login');
  const url = account === undefined ? serverOf(payload) : addressUnder(serverOf(payload), [account]);
  return { url, repository: undefined, organization };
}

/** A page of the event's repository: `pageOf(payload, 'settings', 'hooks')`. */
export function pageOf(payload: unknown, ...path: string[]): string | undefined {
  const page = textAt(payload, 'repository', 'html_url');
  return page === undefined ? undefined : addressUnder(page, path);
}

/** A page of the event's organisation. */
export function organizationPage(payload: unknown, ...path: string[]): string | undefined {
  const login = textAt(payload, 'organization', 'login');
  return login === undefined ? undefined : addressUnder(serverOf(payload), ['orgs', login, ...path]);
}

/** Payloads give an organisation's API address alone; the sender's page shows which server it is on. */
function serverOf(payload: unknown): string {
  const sender = textAt(payload, 'sender', 'html_url');
  if (sender === undefined || !/^https?:/.test(sender) || !URL.canParse(sender)) return GITHUB;
  return new URL(sender).origin;
}

/** Names may hold slashes, as branches do; nothing else of them acts in the address. */
function addressUnder(page: string, path: readonly string[]): string {
  const rest = path.flatMap((name) => name.split('/')).map(encodeURIComponent);
  return [page, ...rest].join('/');
}
