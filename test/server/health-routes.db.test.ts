import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const ready = () => test.app.inject('/health/ready');

it('is ready when the database answers and the engine runs, and says what it holds', async () => {
  const answer = await ready();
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ status: 'ready', shards: 64, nodes: 1 });
});

it('is not ready before the engine has started', async () => {
  test.engine.status = undefined;
  const answer = await ready();
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ code: 'unavailable', detail: 'This node is starting.' });
});

it('is not ready on a database that lacks a migration, and names it', async () => {
  await test.storage.prisma.$executeRaw`
    DELETE FROM _prisma_migrations WHERE migration_name = '20261121000000_first'`;
  const answer = await ready();
  expect(answer.statusCode).toBe(503);
  expect(answer.json().detail).toContain('20261121000000_first');
});

it('is not ready without the database, and alive all the same', async () => {
  await test.database.drop();
  const answer = await ready();
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ code: 'unavailable', detail: 'The database does not answer.' });
  expect((await test.app.inject('/health/live')).json()).toEqual({ status: 'live' });
});

it('is not ready when the database takes longer than a second', async () => {
  const client = await test.storage.pool.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE _prisma_migrations');
  const answer = await ready();
  await client.query('ROLLBACK');
  client.release();
  expect(answer.json()).toMatchObject({ status: 503, detail: 'The database does not answer.' });
});

it('writes no line for a probe, whatever it answers', async () => {
  await ready();
  test.engine.status = undefined;
  await ready();
  await test.app.inject('/health/live');
  expect(test.log).toEqual([]);
});
