import { Validator } from '@seriousme/openapi-schema-validator';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPONENTS } from '../../../server/openapi/components.ts';
import type { Document } from '../../../server/openapi/document.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { routesOf } from '../../routes-of.ts';
import { ACTION_SECRET } from '../card-actions/action-secret.ts';

/** Everything that can be off is on. */
const EVERYTHING = {
  CONNECTOR_ID: '11111111-2222-3333-4444-555555555555',
  GITHUB_WEBHOOK_SECRET: 'of the tests',
  ACTION_URL: 'https://tasks.example/pressed',
  ACTION_SECRET,
};

const ORIGIN = 'https://cardwire.example.com';
const METHODS = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const;

let site: TestApp;
let document: Document;
beforeAll(async () => {
  site = await startTestApp(EVERYTHING);
  document = (await site.app.inject('/api/openapi.json')).json();
});
afterAll(() => site.close());

const toMethod = (method: string) => {
  const known = Object.keys(METHODS).find((one): one is keyof typeof METHODS => one === method);
  if (!known) throw new Error(`no method: ${method}`);
  return known;
};

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      method: METHODS[toMethod(method)],
      ...operation,
    })),
  );

it('is OpenAPI 3.1, as a validator sees it', async () => {
  expect(document.openapi).toBe('3.1.0');
  expect(await new Validator().validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true });
});

it('holds every route but pages, files and where browsers are led back to', () => {
  const described = new Set(operations().map(({ name }) => name));
  const others = routesOf(site.app).filter((route) => !described.has(route.replace(/:(\w+)/g, '{$1}')));
  expect(others.sort()).toEqual([
    // The files below /assets/, as Fastify's tree has them.
    'GET *',
    'GET /api/docs',
    'GET /api/openapi.json',
    'GET /channel',
    'GET /config',
    'GET /connect',
    'GET /connect/callback',
    'GET /connect/done',
    'GET /event',
    'GET /operate',
    'GET /remove',
    'GET /signin',
  ]);
});

it('tells the truth about who must prove who they are', async () => {
  for (const { name, path, method, requestBody, security = [] } of operations()) {
    const [type = '', media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    const answer = await site.app.inject({
      method,
      url: path.replace('{id}', 'Zk3uQ9xW1c8RtY5nB7vLpA').replace('{number}', '42'),
      // As a proxy hands on what came from outside, and from a page of ours.
      headers: { 'x-forwarded-for': '203.0.113.7', 'sec-fetch-site': 'same-origin', origin: ORIGIN },
      ...(media && {
        headers: {
          'content-type': type,
          'x-forwarded-for': '203.0.113.7',
          'sec-fetch-site': 'same-origin',
          origin: ORIGIN,
        },
        payload: JSON.stringify(media.example),
      }),
    });
    expect([name, answer.statusCode === 401], answer.body).toEqual([name, security.length > 0]);
  }
});

it('says of each call what it does, for whom, and how it can fail', () => {
  for (const { name, summary, tags, parameters = [], responses } of operations()) {
    expect(summary, `${name} needs a summary in the schema of its route`).toMatch(/^[A-Z].{5,70}[^.]$/);
    expect(tags, name).toHaveLength(1);
    for (const parameter of parameters) {
      expect(parameter, `${name} ${parameter.name}: see server/openapi/parameters.ts`).toMatchObject({
        description: expect.any(String),
        example: expect.anything(),
      });
    }
    const problems = Object.keys(responses).filter((status) => Number(status) >= 400);
    expect(problems, name).not.toEqual(name.startsWith('GET /health/live') ? [expect.anything()] : []);
  }
});

it('has an example for every body that is sent or answered', () => {
  const without = operations().flatMap(({ name, requestBody, responses }) => {
    const contents = [
      requestBody?.content ?? {},
      ...Object.values(responses).map(({ content = {} }) => content),
    ];
    return contents.flatMap((content) =>
      Object.entries(content)
        .filter(([, { example }]) => example === undefined)
        .map(([type]) => `${name} ${type}`),
    );
  });
  expect(without, 'add them to server/openapi/components.ts').toEqual([]);
});

it('has examples that are what they stand for', () => {
  for (const [name, { schema, example }] of Object.entries(COMPONENTS)) {
    expect(Value.Errors(schema, example), name).toEqual([]);
  }
});
