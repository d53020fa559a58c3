import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whether a request comes from one of this server's own pages, so that no foreign web page can use what is open
 * to somebody's browser: the sandbox, or a session that travels in a cookie.
 *
 * Browsers say where a request comes from in `Sec-Fetch-Site`, which pages cannot set; they leave it out on
 * plain HTTP to anything but localhost, and then `Origin` must name this host. Fails closed, with one
 * exception: browsers send neither header with a read on plain HTTP, so reads pass without them. Their
 * answers stay unreadable for foreign pages, since no CORS header is sent.
 */
export function isFromOwnPage(method: string, headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  if (headers.origin !== undefined) return hostOf(headers.origin) === headers.host;
  return method === 'GET' || method === 'HEAD';
}

/**
 * Whether a request names this server by an address or by a name of ours. A foreign page whose name was made
 * to point to this machine (DNS rebinding) is of its own origin for the browser; here its name gives it away.
 * Fails closed.
 */
export function isOwnHost(host: string | undefined, publicUrl: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  if (host === new URL(publicUrl).host) return true;
  const { hostname } = new URL(`http://${host}`);
  return hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
