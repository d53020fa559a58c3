import fastifyPlugin from 'fastify-plugin';

export interface SecurityHeadersOptions {
  /** Origins that may embed the pages. */
  frameAncestors: readonly string[];
  /** The sandbox embeds the pages from their own origin, and shows pages of others. */
  sandbox: boolean;
  https: boolean;
}

/** What a single page needs besides what all have. */
export interface PageNeeds {
  /** Another origin that its script fetches from. */
  connect?: string | undefined;
  /** The SHA-256, in base64, of rules that stand in the page itself. */
  style?: string | undefined;
  /** It answers the window that opened it, which is Teams' own. */
  openedByOthers?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Makes the route a page: all others answer with what no browser shows. */
    pageNeeds?: PageNeeds;
  }
}

/** Fluent UI puts its rules into an empty style element, one by one: this is the hash of nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
/** Where the Teams SDK fetches the list of valid hosts. */
const TEAMS_CDN = 'https://res.cdn.office.net';
const YEAR_S = 31_536_000;

/**
 * The same strict headers on every answer. What is no page may load nothing and be framed by nobody; a page has
 * nothing inline but rules known by their hash, and is framed only by Teams, Outlook and Microsoft 365. There is no
 * X-Frame-Options, which cannot name several origins and would forbid Teams.
 *
 * All are put together at the start: the intake answers thousands of requests in a second.
 */
export const securityHeaders = fastifyPlugin<SecurityHeadersOptions>(
  async (app, options) => {
    const everywhere = headersOfAll(options);
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(everywhere);
      done();
    });
    app.addHook('onRoute', (route) => {
      const needs = route.config?.pageNeeds;
      if (needs === undefined) return;
      const ofPage = headersOfPage(needs, options);
      route.onRequest = [
        (_request, reply, done) => {
          reply.headers(ofPage);
          done();
        },
        ...[route.onRequest ?? []].flat(),
      ];
    });
  },
  { name: 'security-headers' },
);

/** What every answer has. Exported for answers that no hook sees: addresses that cannot be read. */
export function headersOfAll({ https }: Pick<SecurityHeadersOptions, 'https'>): Record<string, string> {
  return {
    'content-security-policy': policyText({
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    }),
    // What channels chose is nobody's to keep; files and pages say otherwise.
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(https && { 'strict-transport-security': `max-age=${YEAR_S}; includeSubDomains` }),
  };
}

function headersOfPage(
  { connect, style, openedByOthers }: PageNeeds,
  { frameAncestors, sandbox }: SecurityHeadersOptions,
): Record<string, string> {
  return {
    'content-security-policy': policyText({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", EMPTY_STYLE, ...(style === undefined ? [] : [`'sha256-${style}'`])],
      'connect-src': ["'self'", TEAMS_CDN, ...(connect === undefined ? [] : [connect])],
      // Cards show pictures from anywhere.
      'img-src': ["'self'", 'https:', 'data:'],
      'font-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      ...(sandbox && { 'frame-src': ["'self'", 'http:', 'https:'] }),
      'frame-ancestors': sandbox ? ["'self'", ...frameAncestors] : [...frameAncestors],
    }),
    // A page that isolates itself loses the window that opened it.
    'cross-origin-opener-policy': openedByOthers ? 'unsafe-none' : 'same-origin-allow-popups',
    // Teams on the web isolates itself; these keep its frames able to load us.
    'cross-origin-resource-policy': 'cross-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** An empty list of values allows nobody, which `'none'` says. */
function policyText(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ') || "'none'"}`)
    .join('; ');
}
