import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { event } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE event');
  test.clock.now = new Date(Math.max(Date.now(), test.clock.now.getTime() + 120_000));
});
afterAll(() => test.close());

const ask = (field: string, person = ZOE) =>
  test.as(person, 'GET', `/api/suggestions?field=${encodeURIComponent(field)}`);
const suggested = async (field: string, person = ZOE) => (await ask(field, person)).json().values;
const push = (data: Parameters<typeof event>[0] & object = {}) => event({ type: 'github.push', ...data });

it('names what events held, the most frequent first', async () => {
  await test.send(['main', 'Release/1', 'main'].map((branch) => push({ data: { branch } })));
  expect(await suggested('branch')).toEqual([
    { value: 'main', events: 2 },
    { value: 'Release/1', events: 1 },
  ]);
});

it('names the elements of lists, and what lies deeper', async () => {
  const issue = (labels: string[]) =>
    event({ type: 'github.issues.opened', data: { labels, actor: { login: 'octocat' } } });
  await test.send([issue(['bug', 'wip']), issue(['bug']), issue([])]);
  expect(await suggested('labels')).toEqual([
    { value: 'bug', events: 2 },
    { value: 'wip', events: 1 },
  ]);
  expect(await suggested('actor.login')).toEqual([{ value: 'octocat', events: 3 }]);
});

it('keeps to events that the organisation may see', async () => {
  await test.send([
    push({ data: { branch: 'ours' }, tenantId: ZOE.tenantId }),
    push({ data: { branch: 'theirs' }, tenantId: MALLORY.tenantId }),
  ]);
  expect(await suggested('branch')).toEqual([{ value: 'ours', events: 1 }]);
  expect(await suggested('branch', MALLORY)).toEqual([{ value: 'theirs', events: 1 }]);
});

it('leaves out what no filter could hold', async () => {
  const odd = ['', 'line\nbreak', 'x'.repeat(201), 7, true, { name: 'main' }];
  await test.send(odd.map((branch) => push({ data: { branch } })));
  expect(await suggested('branch')).toEqual([]);
});

it('suggests nothing for what the connector does not offer', async () => {
  for (const field of ['secret', '$.branch', 'branch"', '@type']) {
    expectProblem(await ask(field), 400, 'invalid-request');
  }
});
