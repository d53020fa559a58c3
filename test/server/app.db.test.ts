import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { ZOE } from '../people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('without the sandbox', () => {
  it.each(['/sandbox', '/sandbox/api/state', '/webhookb2/a/b/c/d', '/'])('there is no %s', async (url) => {
    const answer = await test.app.inject(url);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
  });
});

it('the log tells of requests without what they bring', async () => {
  test.log.length = 0;
  await test.as(ZOE, 'GET', '/api/configurations/abc?code=very-secret');
  await test.app.inject({
    url: '/nowhere?code=very-secret',
    headers: { authorization: 'Bearer very-secret', cookie: 'a=very-secret' },
  });
  const lines = test.log.map((line) => JSON.parse(line));
  expect(lines.map(({ req }) => req).filter(Boolean)).toEqual([
    { method: 'GET', path: '/api/configurations/abc' },
    { method: 'GET', path: '/nowhere' },
  ]);
  expect(test.log.join()).not.toMatch(/very-secret|eyJ/);
});
