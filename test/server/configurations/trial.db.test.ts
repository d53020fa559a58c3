import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { MALLORY, YANN, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { CONNECTOR_URL, SIGNATURE, WORKFLOW_URL } from '../destinations/webhooks.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(() => {
  test.teams.posts(CONNECTOR_URL).length = 0;
});
afterAll(() => test.close());

const send = (body: object, person = ZOE) => test.as(person, 'POST', '/api/destinations/test', body);

describe('trying an address before anything is saved', () => {
  it('posts a test card in the language of the page, and stores nothing', async () => {
    expect((await send({ url: CONNECTOR_URL, language: 'fr' })).json()).toMatchObject({
      verdict: 'posted',
      status: 200,
      destination: { kind: 'connector' },
    });
    expect(test.teams.posts(CONNECTOR_URL)).toEqual([expect.objectContaining({ summary: 'Carte de test' })]);
    expect(await test.storage.prisma.attempt.count()).toBe(0);
    expect(await test.storage.prisma.configuration.count()).toBe(0);
  });

  it('tells what Teams answers, without secrets', async () => {
    test.teams.answer(WORKFLOW_URL, { status: 404, body: `WorkflowNotFound ${WORKFLOW_URL}` });
    const answer = await send({ url: WORKFLOW_URL, language: 'en' }, YANN);
    expect(answer.json()).toMatchObject({ verdict: 'dead', status: 404 });
    expect(answer.body + test.log.join('')).not.toContain(SIGNATURE);
  });

  it('is limited by person: an address must not be flooded through us', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send({ url: CONNECTOR_URL, language: 'en' }, MALLORY)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    expect(test.teams.posts(CONNECTOR_URL)).toHaveLength(5);
  });

  it.each([
    [{ url: 'https://example.com/hook', language: 'en' }, 'webhook-url-refused'],
    [{ url: CONNECTOR_URL }, 'invalid-request'],
  ] as const)('is refused for %j', async (body, code) => {
    expectProblem(await send(body), 400, code);
  });

  it('is for people who signed in', async () => {
    const payload = { url: CONNECTOR_URL, language: 'en' };
    const answer = await test.app.inject({ method: 'POST', url: '/api/destinations/test', payload });
    expectProblem(answer, 401, 'not-signed-in');
    expect(test.teams.posts(CONNECTOR_URL)).toEqual([]);
  });
});
