import helmet from '@fastify/helmet';
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
    pageNeeds?: PageNeeds;
  }
}

/** Fluent UI puts its rules into an empty style element, one by one: this is the hash of nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
/** Where the Teams SDK fetches the list of valid hosts. */
const TEAMS_CDN = 'https://res.cdn.office.net';

/**
 * The same strict headers on every answer; nothing inline but rules known by their hash, framed only by Teams, Outlook and Microsoft 365. A
 * route that needs more says so in its `config.pageNeeds`.
 */
export const securityHeaders = fastifyPlugin<SecurityHeadersOptions>(
  async (app, { frameAncestors, sandbox, https }) => {
    const policy = ({ connect, style }: PageNeeds = {}) => ({
      useDefaults: false,
      directives: {
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
      },
    });
    // Before helmet: it reads what a route wants as the route is declared.
    app.addHook('onRoute', (route) => {
      const needs = route.config?.pageNeeds;
      if (needs === undefined) return;
      route.helmet = {
        contentSecurityPolicy: policy(needs),
        // A page that isolates itself loses the window that opened it.
        ...(needs.openedByOthers && { crossOriginOpenerPolicy: { policy: 'unsafe-none' as const } }),
      };
    });
    await app.register(helmet, {
      contentSecurityPolicy: policy(),
      // frame-ancestors is the rule; X-Frame-Options cannot name several origins and would forbid Teams.
      frameguard: false,
      strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'no-referrer' },
      // Teams on the web isolates itself; these would keep its frames from loading us.
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    });
    app.addHook('onSend', async (_request, reply) => {
      reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    });
  },
  { name: 'security-headers' },
);
