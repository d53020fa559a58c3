/** What there is to remark on a message. */
type LogFlag = 'unknown' | 'foreign' | 'no-handler' | 'quirk' | 'held-back';

/** One message between host and page. */
export interface LogEntry {
  /** Counts from 1; unique in this window. */
  number: number;
  /** Milliseconds since 1970. */
  time: number;
  direction: 'page-to-host' | 'host-to-page';
  kind: 'call' | 'answer' | 'event';
  func: string;
  args: unknown[];
  /**
   * `unknown`: a call that this host does not answer, as an old host would not.
   * `foreign`: the frame shows a page of another origin, which gets no answer.
   * `no-handler`: an event that the page has registered no handler for; the SDK answers it with success.
   * `quirk`: this is so because a quirk is on.
   * `held-back`: a quirk keeps this answer from the page.
   */
  flag?: LogFlag;
}

/** A JSON web token: three parts in base64url, the first of them a JSON object. */
const TOKEN = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;

/** A copy with every token cut to its beginning, so that a log can be shown and copied. */
export function withoutTokens(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(TOKEN, (token) => `${token.slice(0, 10)}…`);
  if (Array.isArray(value)) return value.map(withoutTokens);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutTokens(member)]));
  }
  return value;
}
