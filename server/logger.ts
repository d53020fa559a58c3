import { type DestinationStream, type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/** An address: a webhook's URL is the right to post, a database's holds a password. */
const URLS = /(?:https?|postgres(?:ql)?):\/\/(?:[^\s"<>\\]|\\\\)+/gi;
/** Tokens (three parts in base64url) and our own keys. */
const TOKENS = /eyJ[\w-]+\.[\w-]+\.[\w-]*|cw_[\w-]{8,}/g;

/** Takes what may be secret out of a text, or out of a line of JSON: of an address only the host is left. */
export function redact(text: string): string {
  return text.replace(TOKENS, '[secret]').replace(URLS, (url) => {
    const { protocol, host } = URL.parse(url) ?? {};
    return host ? `${protocol}//${host}/[…]` : '[url]';
  });
}

/**
 * JSON lines on standard output (or `destination`, for tests); for a person at a terminal, readable ones.
 * Whatever is logged, in whatever field: no line holds a URL's path or query, a token or a key.
 */
export function createLogger(
  { logLevel, production }: Pick<Settings, 'logLevel' | 'production'>,
  destination?: DestinationStream,
): Logger {
  const options = {
    level: logLevel,
    // Requests are logged without headers, query and body; errors without what else their maker hung on them.
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: redactPath(url) }),
      err: (error: Error & { code?: unknown }) => ({
        type: error.name,
        code: error.code,
        message: error.message,
        stack: error.stack,
      }),
    },
    // The finished line: nothing gets past it by way of a field that nobody thought of.
    hooks: { streamWrite: redact },
  };
  if (destination) return pino(options, destination);
  if (production) return pino(options);
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname,reqId,req,res' } },
  });
}

/** Webhook paths of the sandbox hold their secrets; everything else is ours and its ids are not secret. */
function redactPath(url: string): string {
  const path = url.split('?')[0] ?? '';
  return /^\/(webhookb2|powerautomate)\//.test(path) ? `${path.split('/').slice(0, 2).join('/')}/[…]` : path;
}
