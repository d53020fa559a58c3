import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRAME_ANCESTORS } from '../../../server/plugins/frame-ancestors.ts';
import { type DeclaredRoute, withRoutes } from '../../routes.ts';
import { startProduction } from './production.ts';

let test: Awaited<ReturnType<typeof startProduction>>;
let routes: DeclaredRoute[];
beforeAll(async () => {
  ({ built: test, routes } = await withRoutes(startProduction));
});
afterAll(() => test.close());

type Headers = LightMyRequestResponse['headers'];

/** What is wrong with the headers of an answer: nothing, if all is well. Only pages that stand alone are framed by nobody. */
function faults(headers: Headers, isPage: boolean, isAlone = false): string[] {
  const policy = String(headers['content-security-policy'] ?? '');
  const directives = policy.split(';').map((directive) => directive.trim());
  const ancestors = isPage && !isAlone ? FRAME_ANCESTORS.public.join(' ') : "'none'";
  const rules: [string, boolean][] = [
    ['the policy begins with nothing', directives[0] === "default-src 'none'"],
    ['nothing inline', !/unsafe|nonce|strict-dynamic/.test(policy)],
    ['scripts of our own alone', (policy.match(/script-src ([^;]*)/)?.[1] ?? "'self'") === "'self'"],
    ['no source is everybody', !/(?:^|[ ;])(?:\*|http:)(?:[ ;]|$)/.test(policy)],
    ['no base address', directives.includes("base-uri 'none'")],
    ['no forms', directives.includes("form-action 'none'")],
    ['framed by those', directives.includes(`frame-ancestors ${ancestors}`)],
    ['no X-Frame-Options', headers['x-frame-options'] === undefined],
    ['nosniff', headers['x-content-type-options'] === 'nosniff'],
    ['no referrer', headers['referrer-policy'] === 'no-referrer'],
    ['https from now on', headers['strict-transport-security'] === 'max-age=31536000; includeSubDomains'],
    ['the server is not named', headers.server === undefined && headers['x-powered-by'] === undefined],
    ['no other site is let in', headers['access-control-allow-origin'] === undefined],
    ['kept by nobody unawares', headers['cache-control'] !== undefined],
    ['a page gives up the camera', !isPage || String(headers['permissions-policy']).includes('camera=()')],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

const isPage = ({ options }: DeclaredRoute) => options.config?.pageNeeds !== undefined;
const standsAlone = ({ options }: DeclaredRoute) => options.config?.pageNeeds?.alone === true;

it('every route answers with the strict headers, to whoever asks', async () => {
  expect(routes.length).toBeGreaterThan(60);
  const wrong: Record<string, string[]> = {};
  for (const route of routes) {
    const url = route.url.replace(/:\w+|\*/g, 'x');
    const { headers } = await test.app.inject({ method: route.method as 'GET', url });
    const found = faults(headers, isPage(route), standsAlone(route));
    if (found.length > 0) wrong[route.name] = found;
  }
  expect(wrong).toEqual({});
});

it('only the operator’s page stands alone', () => {
  expect(new Set(routes.filter(standsAlone).map(({ url }) => url))).toEqual(new Set(['/operate']));
});

it('the pages are those that Teams shows, and nothing else is one', () => {
  const pages = routes.filter((route) => isPage(route) && route.method === 'GET').map(({ url }) => url);
  const others = routes.filter((route) => !isPage(route)).map(({ url }) => url);
  expect(pages).toEqual(expect.arrayContaining(['/config', '/remove', '/channel', '/signin', '/connect']));
  expect(others.filter((url) => !/^\/(api|connect\/(api|callback)|assets|health|metrics)/.test(url))).toEqual(
    [],
  );
});

describe('so does what reaches no route', () => {
  it.each([
    ['an address that is not there', { method: 'GET', url: '/nowhere' }],
    ['an address that cannot be read', { method: 'GET', url: '/%zz' }],
    ['a method that is not taken', { method: 'PUT', url: '/config' }],
    ['an address that is too long', { method: 'GET', url: `/api/configurations/${'x'.repeat(1_000)}` }],
    ['a page that would be framed by its query', { method: 'GET', url: '/nowhere?frame-ancestors=*' }],
  ] as const)('%s', async (_what, request) => {
    const { headers, statusCode } = await test.app.inject(request);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(faults(headers, false)).toEqual([]);
  });
});

it('over plain http browsers are not told to stay with https', async () => {
  const plain = await startProduction({ NODE_ENV: 'test', PUBLIC_URL: 'http://localhost:3978' });
  const { headers } = await plain.app.inject('/config');
  await plain.close();
  expect(faults(headers, true)).toEqual(['https from now on']);
});
