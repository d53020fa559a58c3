import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import { LOOKBACK } from '../../../server/lookback/limits.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { event, events } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { newConnector } from '../../webhook-urls.ts';
import { wanted } from '../configurations/wanted.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE event, configuration, delivery');
  test.clock.now = new Date(Math.max(Date.now(), test.clock.now.getTime() + 120_000));
});
afterAll(() => test.close());

const ask = (body: object = {}, person = ZOE) =>
  test.as(person, 'POST', '/api/backtest', { eventTypes: ['task.created'], language: 'en', ...body });
const branch = (value: string): Condition => ({ field: 'branch', operator: 'is', value });
const on = (name: string, change: object = {}) =>
  event({ data: { title: `On ${name}`, branch: name }, ...change });

describe('the backtest', () => {
  it('says how many of the chosen events a filter lets pass, with the newest of them', async () => {
    await test.send(
      ['main', 'other', 'main', 'main', 'main'].map((name, index) => on(name, { id: `e${index}` })),
    );
    await test.send([event({ type: 'task.updated' })]);
    const answer = (await ask({ filter: { match: 'all', conditions: [branch('main')] } })).json();
    expect(answer).toMatchObject({ days: 7, came: 5, atLeast: false, tried: 5, passed: 4 });
    expect(answer.samples).toHaveLength(3);
    expect(answer.samples[0]).toMatchObject({ type: 'task.created', title: 'New task: On main' });
    const numbers = answer.samples.map((sample: { event: string }) => Number(sample.event));
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
  });

  it('lets all pass without a filter', async () => {
    await test.send(events(2));
    expect((await ask()).json()).toMatchObject({ came: 2, tried: 2, passed: 2 });
    expect((await ask({ filter: { match: 'any', conditions: [] } })).json()).toMatchObject({ passed: 2 });
  });

  it('knows nothing of events that are meant for others, or are too old', async () => {
    await test.send([
      event({ tenantId: MALLORY.tenantId }),
      event({ tenantId: ZOE.tenantId }),
      event({ id: 'old' }),
    ]);
    await test.storage.pool.query(
      `UPDATE event SET received_at = now() - interval '8 days' WHERE source_id = 'old'`,
    );
    expect((await ask()).json()).toMatchObject({ came: 1, passed: 1 });
  });

  it('answers when nothing came', async () => {
    expect((await ask()).json()).toMatchObject({ came: 0, tried: 0, passed: 0, samples: [] });
  });

  it('a_backtest_promises_what_the_fan_out_delivers, for any filter', async () => {
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({
        field: fc.constantFrom('branch', 'labels', 'actor.login', '@type', 'missing'),
        operator: fc.constantFrom('is', 'is not', 'contains', 'starts with'),
        value: fc.constantFrom('main', 'MAIN', 'a', 'task.created', 'Zoé'),
      }),
      fc.record({ field: fc.constant('bot'), operator: fc.constant('is'), value: fc.boolean() }),
    );
    const conditions = fc.array(condition, { maxLength: 3 });
    const filter: fc.Arbitrary<Filter> = fc.record({
      match: fc.constantFrom('all', 'any', 'none'),
      conditions,
      except: conditions,
    });
    const data = fc.record(
      {
        branch: fc.constantFrom('main', 'Main', 'maintenance', 'x'),
        labels: fc.subarray(['a', 'A', 'main']),
        actor: fc.record({ login: fc.constantFrom('zoé', 'ZOÉ', 'a') }),
        bot: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filter, fc.array(data, { minLength: 1, maxLength: 8 }), async (asked, all) => {
        await test.storage.pool.query('TRUNCATE event, configuration, delivery');
        test.clock.now = new Date(test.clock.now.getTime() + 61_000);
        const created = await test.as(ZOE, 'POST', '/api/configurations', { ...wanted(), filter: asked });
        const url = `/api/configurations/${created.json().id}/destination`;
        await test.as(ZOE, 'PUT', url, { url: newConnector() });
        await test.send(all.map((one) => event({ data: one })));
        const answer = (await ask({ filter: asked })).json();
        expect([answer.tried, answer.passed]).toEqual([
          all.length,
          await test.storage.prisma.delivery.count(),
        ]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a backtest of many events', () => {
  const insert = (count: number, data: object) =>
    test.storage.pool.query(
      `INSERT INTO event (source, source_id, type, time, data)
       SELECT 'https://many.example', n::text, 'task.created', now(), $2::jsonb FROM generate_series(1, $1::int) AS n`,
      [count, JSON.stringify(data)],
    );

  it('keeps to the newest, and says so', async () => {
    await insert(LOOKBACK.tried + 500, { branch: 'main' });
    expect((await ask({ filter: { match: 'all', conditions: [branch('main')] } })).json()).toMatchObject({
      came: LOOKBACK.tried + 500,
      tried: LOOKBACK.tried,
      passed: LOOKBACK.tried,
    });
  });

  it('reads only so much of large ones', async () => {
    // Random, so that storing does not make it small.
    const text = Array.from({ length: 2_000 }, () => Math.random().toString(36)).join('');
    await insert(300, { text });
    const { tried } = (await ask()).json();
    expect(tried).toBeGreaterThan(0);
    expect(tried).toBeLessThan(300);
  });

  it('stops counting at a limit', async () => {
    await insert(LOOKBACK.counted + 1, {});
    expect((await ask()).json()).toMatchObject({ came: LOOKBACK.counted, atLeast: true });
  });
});

describe('a backtest is refused', () => {
  it('for a type that is not offered, or none', async () => {
    expectProblem(await ask({ eventTypes: ['no.such'] }), 400, 'unknown-event-type');
    expectProblem(await ask({ eventTypes: [] }), 400, 'invalid-request');
  });

  it('for a filter that no configuration may have, and says where', async () => {
    const answer = await ask({ filter: { match: 'all', conditions: [branch('main'), branch('a\nb')] } });
    expectProblem(answer, 400, 'invalid-request');
    const pointers = answer.json().errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toContain('/filter/conditions/1/value');
  });

  it('to somebody who has not signed in', async () => {
    const payload = { eventTypes: ['task.created'], language: 'en' };
    const answer = await test.app.inject({ method: 'POST', url: '/api/backtest', payload });
    expectProblem(answer, 401, 'not-signed-in');
  });
});
