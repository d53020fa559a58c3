import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import fastifyPlugin from 'fastify-plugin';
import helmet, { type HelmetOptions } from 'helmet';

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
  /** Nobody shows it within a page of theirs, nor does it ask anybody but this server. */
  alone?: boolean;
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
const NOTHING = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

type Headers = Record<string, string>;
type OwnOptions = Pick<
  HelmetOptions,
  | 'contentSecurityPolicy'
  | 'strictTransportSecurity'
  | 'crossOriginResourcePolicy'
  | 'crossOriginOpenerPolicy'
>;

/**
 * The same strict headers on every answer. What is no page may load nothing and be framed by nobody; a page has
 * nothing inline but rules known by their hash, and is framed only by Teams, Outlook and Microsoft 365. There is no
 * X-Frame-Options, which cannot name several origins and would forbid Teams.
 *
 * helmet puts them together once, at the start: the intake answers thousands of requests in a second.
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
export function headersOfAll({ https }: Pick<SecurityHeadersOptions, 'https'>): Headers {
  return {
    ...headersByHelmet({
      contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
      strictTransportSecurity: https,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      crossOriginOpenerPolicy: false,
    }),
    // What channels chose is nobody's to keep; files and pages say otherwise.
    'cache-control': 'no-store',
  };
}

function headersOfPage(
  { connect, style, openedByOthers, alone }: PageNeeds,
  { frameAncestors, sandbox, https }: SecurityHeadersOptions,
): Headers {
  const directives = {
    ...NOTHING,
    'script-src': ["'self'"],
    'style-src': ["'self'", EMPTY_STYLE, ...(style === undefined ? [] : [`'sha256-${style}'`])],
    'connect-src': ["'self'", ...(alone ? [] : [TEAMS_CDN]), ...(connect === undefined ? [] : [connect])],
    // Cards show pictures from anywhere.
    'img-src': alone ? ["'self'"] : ["'self'", 'https:', 'data:'],
    'font-src': ["'self'"],
    ...(sandbox && !alone && { 'frame-src': ["'self'", 'http:', 'https:'] }),
    'frame-ancestors': alone ? ["'none'"] : frameAncestorsOf(frameAncestors, sandbox),
  };
  return {
    ...headersByHelmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity: https,
      // Teams on the web isolates itself; this keeps its frames able to load us.
      crossOriginResourcePolicy: { policy: alone ? 'same-origin' : 'cross-origin' },
      // A page that isolates itself loses the window that opened it.
      crossOriginOpenerPolicy: {
        policy: openedByOthers ? 'unsafe-none' : alone ? 'same-origin' : 'same-origin-allow-popups',
      },
    }),
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** An empty list would be left out, which allows everybody. */
function frameAncestorsOf(origins: readonly string[], sandbox: boolean): string[] {
  const all = [...(sandbox ? ["'self'"] : []), ...origins];
  return all.length > 0 ? all : ["'none'"];
}

/** What helmet sets on an answer, as a record. */
function headersByHelmet(options: OwnOptions): Headers {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const set = helmet({
    // frame-ancestors is the rule; X-Frame-Options cannot name several origins and would forbid Teams.
    xFrameOptions: false,
    referrerPolicy: { policy: 'no-referrer' },
    ...options,
  });
  set(request, response, (error) => {
    if (error) throw error;
  });
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}
