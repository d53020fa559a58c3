import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/** An address with a path or a query: a webhook's URL is the right to post. */
const URLS = /\bhttps?:\/\/[^\s"'<>]+/gi;
/** Tokens (three parts in base64url) and our own keys. */
const TOKENS = /\beyJ[\w-]+\.[\w-]+\.[\w-]*|\bcw_[\w-]{8,}/g;

/** Takes what may be secret out of a text: of an address only the host is left. */
export function redact(text: string): string {
  return text
    .replace(TOKENS, '[secret]')
    .replace(URLS, (url) => (URL.canParse(url) ? `${new URL(url).origin}/[…]` : '[url]'));
}

/** JSON lines on standard output; for a person at a terminal, readable ones. Holds no URL, token or key. */
export function createLogger({ logLevel, production }: Pick<Settings, 'logLevel' | 'production'>): Logger {
  return pino({
    level: logLevel,
    // Requests are logged without headers, query and body.
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: redactPath(url) }),
      err: (error: Error & { code?: unknown }) => ({
        type: error.name,
        code: error.code,
        message: redact(error.message),
        stack: redact(error.stack ?? ''),
      }),
    },
    hooks: {
      logMethod(args, method) {
        const safe = args.map((arg) => (typeof arg === 'string' ? redact(arg) : arg));
        method.apply(this, safe as Parameters<typeof method>);
      },
    },
    ...(!production && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname,reqId,req,res' } },
    }),
  });
}

/** Webhook paths of the sandbox hold their secrets; everything else is ours and its ids are not secret. */
function redactPath(url: string): string {
  const path = url.split('?')[0] ?? '';
  return /^\/(webhookb2|powerautomate)\//.test(path) ? `${path.split('/').slice(0, 2).join('/')}/[…]` : path;
}
