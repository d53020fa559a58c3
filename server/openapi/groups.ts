import type { ProblemCode } from '../problem.ts';

/** Calls of one kind: who makes them, and how that is proved. */
export interface Group {
  tag: string;
  /** Paths that begin so belong to it. */
  prefixes: readonly string[];
  /** One of SECURITY; undefined: anybody may call. */
  security?: keyof typeof SECURITY;
}

/** How callers prove who they are, as OpenAPI tells it. */
export const SECURITY = {
  person: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'A token of Microsoft Entra for this app, of somebody whose organisation is in ENTRA_TENANTS. Pages get it from Teams, or in a window.',
  },
  eventsKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key (cw_…) with the scope "events". The operator makes it.',
  },
  operateKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key (cw_…) with the scope "operate".',
  },
  github: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Hub-Signature-256',
    description: 'The HMAC of the body with GITHUB_WEBHOOK_SECRET, as GitHub makes it.',
  },
  microsoft: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: "A token of Microsoft's Actions app for the person who pressed.",
  },
  browser: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Secure-cardwire-browser',
    description: 'The cookie of the browser that connected; it counts for requests of our own pages alone.',
  },
} as const;

/** What each way can be refused with. */
export const REFUSALS: Record<keyof typeof SECURITY, readonly ProblemCode[]> = {
  person: ['not-signed-in', 'tenant-not-allowed'],
  eventsKey: ['api-key-refused', 'scope-missing'],
  operateKey: ['api-key-refused', 'scope-missing'],
  github: ['signature-refused'],
  microsoft: ['not-signed-in', 'tenant-not-allowed'],
  browser: ['not-signed-in', 'foreign-page'],
};

/** In the order of the document; the first that fits counts. */
export const GROUPS: readonly Group[] = [
  { tag: 'Events', prefixes: ['/api/events'], security: 'eventsKey' },
  { tag: 'Sources', prefixes: ['/api/sources/github'], security: 'github' },
  { tag: 'Offer', prefixes: ['/api/connector', '/api/sign-in'] },
  {
    tag: 'Configurations',
    prefixes: ['/api/configurations', '/api/destinations', '/api/connections'],
    security: 'person',
  },
  {
    tag: 'Trying out',
    prefixes: ['/api/activity', '/api/suggestions', '/api/backtest', '/api/preview', '/api/schedule'],
    security: 'person',
  },
  { tag: 'Card actions', prefixes: ['/api/card-actions'], security: 'microsoft' },
  { tag: 'Connect to Office 365: begin', prefixes: ['/connect/api/start', '/connect/api/session'] },
  { tag: 'Connect to Office 365', prefixes: ['/connect/api'], security: 'browser' },
  { tag: 'Operate', prefixes: ['/api/operate', '/metrics'], security: 'operateKey' },
  { tag: 'Health', prefixes: ['/health'] },
];

/** Throws for a call that belongs nowhere: nobody would know who may make it. */
export function groupOf(path: string): Group {
  const group = GROUPS.find(({ prefixes }) => prefixes.some((prefix) => path.startsWith(prefix)));
  if (!group) throw new Error(`${path} belongs to no group of server/openapi/groups.ts`);
  return group;
}
