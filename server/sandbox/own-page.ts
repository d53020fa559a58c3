import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from the sandbox's own page, so that no foreign web page can drive the sandbox of
 * somebody who has it open.
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

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
