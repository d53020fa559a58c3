/**
 * Plain DNS names, as Microsoft's are. Not punycode (look-alike letters), a trailing dot, empty labels or
 * anything in brackets.
 */
const PLAIN_NAME = /^(?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]+$/;

/**
 * Whether a host is one of the list, or below one of it. `host` is the URL parser's, never a piece of text: the
 * two differ for user names, escapes and addresses.
 */
export function isListedHost(host: string, list: readonly string[]): boolean {
  return PLAIN_NAME.test(host) && list.some((entry) => host === entry || host.endsWith(`.${entry}`));
}
