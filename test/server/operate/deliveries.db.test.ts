import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OperatedDeliveries } from '../../../server/operate/delivery-schema.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { MALLORY } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { newOperator, type Operator } from './operator.ts';

let test: TestApp;
let operator: Operator;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
  operator = await newOperator(test);
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(test.storage.prisma));
  test.woken.length = 0;
});
afterAll(() => test.close());

const add = (change: Parameters<typeof addDelivery>[2] = {}, configurationId = id) =>
  addDelivery(test.storage.prisma, configurationId, change);
async function list(query = '', as = operator): Promise<OperatedDeliveries> {
  const answer = await as.get(`/deliveries${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const idsOf = async (query: string) => (await list(query)).items.map((item) => item.id);

/** Many deliveries of one event type, without an own event each. */
async function addMany(count: number, type: string): Promise<void> {
  await test.storage.pool.query(
    `WITH event AS (
       INSERT INTO event (source, source_id, type, time, data)
       SELECT 'many', $1::text || n, $1, now(), '{}' FROM generate_series(1, $3::int) AS n RETURNING id
     )
     INSERT INTO delivery (configuration_id, event_id, state) SELECT $2, id, 'sent' FROM event`,
    [type, id, count],
  );
}

describe('the operator’s list of deliveries', () => {
  it('shows each with its event, its channel and the newest answer', async () => {
    const attempt = await test.storage.prisma.attempt.create({
      data: {
        configurationId: id,
        startedAt: new Date(),
        durationMs: 5,
        verdict: 'card_wrong',
        status: 400,
        words: 'Bad card',
      },
    });
    await add({ state: 'failed', reason: 'card-wrong', verdict: 'card_wrong', attemptId: attempt.id });
    expect((await list()).items).toMatchObject([
      {
        configuration: { id, name: 'Tasks' },
        event: { type: 'task.created', title: 'New task: Order the cake' },
        state: 'failed',
        reason: 'card-wrong',
        verdict: 'card_wrong',
        words: 'Bad card',
        status: 400,
      },
    ]);
  });

  it('is narrowed by state, channel, event type and time', async () => {
    const other = await addConfiguration(test.storage.prisma);
    const at = (hour: number) => new Date(`2026-11-21T${hour}:00:00Z`);
    const failed = await add({ state: 'failed', createdAt: at(10) });
    const elsewhere = await add({ createdAt: at(11) }, other.id);
    const sent = await add({ state: 'sent', createdAt: at(12) });
    await test.storage.prisma.event.update({ where: { id: sent.eventId }, data: { type: 'task.done' } });
    expect(await idsOf('')).toEqual([sent.id, elsewhere.id, failed.id].map(String));
    expect(await idsOf('?state=failed')).toEqual([String(failed.id)]);
    expect(await idsOf(`?configuration=${other.id}`)).toEqual([String(elsewhere.id)]);
    expect(await idsOf('?type=task.done')).toEqual([String(sent.id)]);
    expect(await idsOf('?since=2026-11-21T11:00:00Z')).toEqual([String(sent.id), String(elsewhere.id)]);
    expect(await idsOf('?until=2026-11-21T11:00:00Z')).toEqual([String(failed.id)]);
    expect(await idsOf('?since=2026-11-21T10:30:00Z&until=2026-11-21T11:30:00Z')).toEqual([
      String(elsewhere.id),
    ]);
    expect(await idsOf('?since=2026-11-21T23:00:00Z')).toEqual([]);
  });

  it('leads through all pages by its cursor, each delivery once', async () => {
    await addMany(120, 'task.created');
    const seen: string[] = [];
    let page = await list();
    for (;;) {
      seen.push(...page.items.map((item) => item.id));
      if (page.next === undefined) break;
      page = await list(`?cursor=${page.next}`);
    }
    expect(seen.length).toBe(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('looks through so many for a rare type, says how far it came, and goes on from there', async () => {
    await addMany(1, 'rare');
    await addMany(20_005, 'frequent');
    const first = await list('?type=rare');
    expect(first.items).toEqual([]);
    expect(first.lookedTo).toBeDefined();
    const second = await list(`?type=rare&cursor=${first.next}`);
    expect(second.items.map(({ event }) => event.type)).toEqual(['rare']);
    expect(second.next).toBeUndefined();
  });

  it('tells the story of one', async () => {
    const delivery = await add({ state: 'dropped', reason: 'dropped-on-resume', settledAt: new Date() });
    const answer = (await operator.get(`/deliveries/${delivery.id}`)).json();
    expect(answer).toMatchObject({
      id: String(delivery.id),
      explanation: { delivery: { state: 'dropped' } },
    });
    expect(answer.explanation.steps.length).toBeGreaterThan(1);
    for (const unknown of ['0', 'x', '1e3', '999999999999999999']) {
      expectProblem(await operator.get(`/deliveries/${unknown}`), 404, 'delivery-not-found');
    }
  });

  it('keeps organisations apart', async () => {
    const theirs = await newOperator(test, { tenantId: MALLORY.tenantId });
    const other = await addConfiguration(test.storage.prisma, { tenantId: MALLORY.tenantId });
    const ours = await add();
    const their = await add({}, other.id);
    expect((await list('', theirs)).items.map((item) => item.id)).toEqual([String(their.id)]);
    expectProblem(await theirs.get(`/deliveries/${ours.id}`), 404, 'delivery-not-found');
  });
});

describe('replaying', () => {
  it('delivers several again, chosen by hand', async () => {
    const [one, two, three] = [
      await add({ state: 'failed' }),
      await add({ state: 'sent' }),
      await add({ state: 'failed' }),
    ];
    const body = { deliveries: [String(one.id), String(two.id)] };
    expect((await operator.post('/replay', body)).json()).toEqual({ replayed: 2, repeated: 1 });
    expect(test.woken).toEqual([id]);
    expect(await idsOf('?state=failed')).toEqual([String(three.id)]);
  });

  it('leaves those of others alone', async () => {
    const theirs = await newOperator(test, { tenantId: MALLORY.tenantId });
    const ours = await add({ state: 'failed' });
    const answer = await theirs.post('/replay', { deliveries: [String(ours.id)] });
    expect(answer.json()).toEqual({ replayed: 0, repeated: 0 });
  });

  it.each([[{}], [{ deliveries: [] }], [{ deliveries: ['1'], failed: true }], [{ deliveries: ['-1'] }]])(
    'is refused when it is not clear what is meant: %j',
    async (body) => expectProblem(await operator.post('/replay', body), 400, 'invalid-request'),
  );
});

it.each([
  ['cursor=x'],
  ['cursor=1.2'],
  ['since=yesterday'],
  ['since=2016-12-31T23:59:60Z'],
  ['configuration=x'],
])('a query that is none is refused: %s', async (query) =>
  expectProblem(await operator.get(`/deliveries?${query}`), 400, 'invalid-request'),
);
