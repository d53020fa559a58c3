import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { event, events } from '../../events.ts';
import { MALLORY, YANN, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE event');
  // What was kept of the test before is too old.
  test.clock.now = new Date(Math.max(Date.now(), test.clock.now.getTime() + 120_000));
});
afterAll(() => test.close());

const counts = async (person = ZOE) => (await test.as(person, 'GET', '/api/activity')).json().events;

it('counts what came of each type, and says over how many days', async () => {
  await test.send([...events(3), event({ type: 'github.push' })]);
  const answer = (await test.as(ZOE, 'GET', '/api/activity')).json();
  expect(answer).toMatchObject({
    days: 7,
    most: 10_000,
    events: { 'task.created': 3, 'github.push': 1, 'task.updated': 0 },
  });
});

it('leaves out what came earlier, and what is meant for others', async () => {
  await test.send([event(), event({ tenantId: MALLORY.tenantId }), event({ tenantId: ZOE.tenantId })]);
  const old = event();
  await test.send([old]);
  await test.storage.pool.query(
    `UPDATE event SET received_at = now() - interval '8 days' WHERE source_id = $1`,
    [old.id],
  );
  expect((await counts())['task.created']).toBe(2);
});

it('counts once a minute, for everybody of an organisation', async () => {
  await test.send([event()]);
  expect((await counts())['task.created']).toBe(1);
  await test.send([event()]);
  expect((await counts(YANN))['task.created']).toBe(1);
  expect((await counts(MALLORY))['task.created']).toBe(2);
  test.clock.now = new Date(test.clock.now.getTime() + 61_000);
  expect((await counts())['task.created']).toBe(2);
});

it('is for people who signed in', async () => {
  expectProblem(await test.app.inject({ url: '/api/activity' }), 401, 'not-signed-in');
});

it('is refused in time when the database is busy, and tried anew by the next who asks', async () => {
  const blocker = await test.storage.pool.connect();
  try {
    await blocker.query('BEGIN; LOCK TABLE event IN ACCESS EXCLUSIVE MODE');
    expectProblem(await test.as(ZOE, 'GET', '/api/activity'), 503, 'unavailable');
  } finally {
    await blocker.query('ROLLBACK');
    blocker.release();
  }
  expect((await counts())['task.created']).toBe(0);
});
