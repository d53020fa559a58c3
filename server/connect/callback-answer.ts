import { LIMITS } from '../configurations/limits.ts';

/** Where cards are to go: one's own inbox, a group of Outlook, or a team. */
type Place = 'inbox' | 'group' | 'team';

/** What Microsoft gave. URL and person are secrets. */
export interface Grant {
  url: string;
  place: Place;
  /** Absent for an inbox. */
  groupName?: string;
  /** Entra object id, in lower case. Whoever came back could have written it: it proves nothing. */
  userId?: string;
}

/** How the browser came back from Microsoft's page. */
export type CallbackAnswer =
  | { kind: 'granted'; grant: Grant }
  /** The person pressed Deny. */
  | { kind: 'denied' }
  /** Microsoft names another error. */
  | { kind: 'failed' }
  /** It is not what Microsoft sends. */
  | { kind: 'unreadable' };

/** Seen: an address of 300 characters and little else. */
const QUERY_MAX_LENGTH = 8_192;

const PLACES: ReadonlyMap<string, Place> = new Map([
  ['mail', 'inbox'],
  ['groups', 'group'],
  ['teams', 'team'],
]);

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The `state` of a query, or nothing when it has none, or several. */
export function stateOf(query: string): string | undefined {
  const states = new URLSearchParams(query.slice(0, QUERY_MAX_LENGTH)).getAll('state');
  return states.length === 1 ? states[0] || undefined : undefined;
}

/**
 * Reads what came behind the `?`. Exactly one of `error` and `webhook_url` must be there; empty parameters count
 * as missing, and one that comes twice makes it all unreadable.
 */
export function readCallback(query: string): CallbackAnswer {
  if (query.length > QUERY_MAX_LENGTH) return { kind: 'unreadable' };
  const fields = new URLSearchParams(query);
  if ([...fields.keys()].some((name) => fields.getAll(name).length > 1)) return { kind: 'unreadable' };
  const field = (name: string) => fields.get(name)?.trim() || undefined;

  const error = field('error');
  const url = field('webhook_url');
  if ((error === undefined) === (url === undefined)) return { kind: 'unreadable' };
  if (url === undefined) return { kind: /^access_?denied$/i.test(error ?? '') ? 'denied' : 'failed' };

  const groupName = nameOf(field('group_name'));
  const userId = field('user_objectId')?.toLowerCase();
  // A type that is not known yet must not stand in the way: only an inbox has no name.
  const place = PLACES.get(field('app_type')?.toLowerCase() ?? '') ?? (groupName ? 'group' : 'inbox');
  return {
    kind: 'granted',
    grant: {
      url,
      place,
      ...(groupName !== undefined && place !== 'inbox' && { groupName }),
      ...(userId !== undefined && GUID.test(userId) && { userId }),
    },
  };
}

/** One line, as long as names of places may be; never cut inside a character. */
function nameOf(text: string | undefined): string | undefined {
  const line = text?.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return (
    line
      ?.slice(0, LIMITS.hostNameLength)
      .toWellFormed()
      .replace(/\uFFFD$/u, '')
      .trim() || undefined
  );
}
