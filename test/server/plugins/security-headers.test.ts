import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FRAME_ANCESTORS } from '../../../server/plugins/frame-ancestors.ts';
import { type SecurityHeadersOptions, securityHeaders } from '../../../server/plugins/security-headers.ts';

const PRODUCTION: SecurityHeadersOptions = {
  frameAncestors: ['https://teams.microsoft.com', 'https://*.cloud.microsoft'],
  sandbox: false,
  https: true,
};

async function headersWith(options: Partial<SecurityHeadersOptions> = {}, url = '/') {
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(securityHeaders, { ...PRODUCTION, ...options });
  app.get('/', { config: { pageNeeds: {} } }, async () => 'page');
  app.get('/data', async () => ({}));
  app.get('/needs', { config: { pageNeeds: { connect: 'https://login.example' } } }, async () => 'page');
  app.get('/answers', { config: { pageNeeds: { openedByOthers: true } } }, async () => 'page');
  app.get('/fails', async () => {
    throw new Error('x');
  });
  return (await app.inject(url)).headers;
}

/** The policy as a record of its directives. */
function policyOf(headers: Awaited<ReturnType<typeof headersWith>>): Record<string, string> {
  const directives = String(headers['content-security-policy']).split(';');
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  'connect-src': "'self' https://res.cdn.office.net",
  'img-src': "'self' https: data:",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': 'https://teams.microsoft.com https://*.cloud.microsoft',
};

const EVERYWHERE = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

it('the policy allows what the pages need and nothing else', async () => {
  expect(policyOf(await headersWith())).toEqual(POLICY);
});

it('a page may fetch from one origin more, where it says so', async () => {
  const headers = await headersWith({}, '/needs');
  expect(policyOf(headers)).toEqual({
    ...POLICY,
    'connect-src': `${POLICY['connect-src']} https://login.example`,
  });
  expect(headers['cross-origin-opener-policy']).toBe('same-origin-allow-popups');
});

it('a page that answers the window around it is not cut from it', async () => {
  const headers = await headersWith({}, '/answers');
  expect(policyOf(headers)).toEqual(POLICY);
  expect(headers['cross-origin-opener-policy']).toBe('unsafe-none');
});

it('the sandbox may besides embed the pages and show those of others', async () => {
  expect(policyOf(await headersWith({ sandbox: true }))).toEqual({
    ...POLICY,
    'frame-src': "'self' http: https:",
    'frame-ancestors': `'self' ${POLICY['frame-ancestors']}`,
  });
});

it('nobody may embed the pages when nobody is named', async () => {
  expect(policyOf(await headersWith({ frameAncestors: [] }))['frame-ancestors']).toBe("'none'");
});

it.each(Object.entries(FRAME_ANCESTORS))(
  'the hosts of a cloud may embed the pages, each with its scheme: %s',
  async (_cloud, frameAncestors) => {
    const policy = policyOf(await headersWith({ frameAncestors }));
    expect(policy['frame-ancestors']).toBe(frameAncestors.join(' '));
    expect(frameAncestors.filter((origin) => !/^https:\/\/(\*\.)?[a-z0-9.-]+$/.test(origin))).toEqual([]);
    expect(frameAncestors).toContain('https://teams.microsoft.com');
  },
);

it('nothing forbids what the policy allows: there is no X-Frame-Options', async () => {
  for (const sandbox of [true, false])
    expect(await headersWith({ sandbox })).not.toHaveProperty('x-frame-options');
});

it('browsers are told to stay with https, where the server is reached by it', async () => {
  expect((await headersWith())['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect(await headersWith({ https: false })).not.toHaveProperty('strict-transport-security');
});

describe('a page', () => {
  it('is told what it may not do, and is kept to itself', async () => {
    const headers = await headersWith();
    expect(headers).toMatchObject({
      ...EVERYWHERE,
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'origin-agent-cluster': '?1',
    });
    expect(headers).not.toHaveProperty('cross-origin-embedder-policy');
  });
});

describe('what is no page', () => {
  it.each(['/data', '/nowhere', '/fails'])('may load nothing and is framed by nobody: %s', async (url) => {
    const headers = await headersWith({}, url);
    expect(policyOf(headers)).toEqual({
      'default-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers).toMatchObject({
      ...EVERYWHERE,
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});
