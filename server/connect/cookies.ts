/** A cookie that only the server reads, and that browsers send to the pages and calls below `/connect` alone. */
export interface ConnectCookie {
  name: string;
  value: string;
  /** Seconds; 0 takes it away. */
  maxAge: number;
}

/**
 * The header for a cookie. `SameSite=Lax`, because Microsoft's page sends the browser back by a link, which
 * `Strict` would leave without it. Over https its name keeps others from setting it over plain http.
 */
export function setCookie({ name, value, maxAge }: ConnectCookie, https: boolean): string {
  const attributes = [`Max-Age=${maxAge}`, 'Path=/connect', 'HttpOnly', 'SameSite=Lax'];
  if (https) attributes.push('Secure');
  return [`${nameOf(name, https)}=${value}`, ...attributes].join('; ');
}

/** The value of a cookie in the header `Cookie`; only such as we set. */
export function readCookie(header: string | undefined, name: string, https: boolean): string | undefined {
  const prefix = `${nameOf(name, https)}=`;
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const value = pair?.slice(prefix.length);
  return value !== undefined && /^[\w-]{1,100}$/.test(value) ? value : undefined;
}

function nameOf(name: string, https: boolean): string {
  return `${https ? '__Secure-' : ''}cardwire-${name}`;
}
