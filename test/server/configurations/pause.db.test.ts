import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { events } from '../../events.ts';
import { MALLORY, YANN, ZOE } from '../../people.ts';

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(test.storage.prisma));
  test.woken.length = 0;
});
afterAll(() => test.close());

const pause = (body: object = {}, person = ZOE) =>
  test.as(person, 'POST', `/api/configurations/${id}/pause`, body);
const resume = (body: object = {}, person = ZOE) =>
  test.as(person, 'POST', `/api/configurations/${id}/resume`, body);
const stored = () => test.storage.prisma.configuration.findUniqueOrThrow({ where: { id } });
const states = async () =>
  (await test.storage.prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map((row) => row.state);

describe('pausing', () => {
  it('lasts until somebody resumes, when no end was given', async () => {
    const answer = await pause({}, YANN);
    expect(answer.json()).toMatchObject({
      state: 'paused',
      onResume: 'catch_up',
      version: 2,
      updatedByName: YANN.name,
    });
    expect(answer.json()).not.toHaveProperty('pausedUntil');
    expect(test.woken).toEqual([id]);
  });

  it('shows the moment it ends at, and what then becomes of what waited', async () => {
    const answer = await pause({ until: '2026-11-24T09:00:00+01:00', onResume: 'drop' });
    expect(answer.json()).toMatchObject({ pausedUntil: '2026-11-24T08:00:00.000Z', onResume: 'drop' });
  });

  it('for some seconds ends so long after now, by the clock of the database', async () => {
    await pause({ for: 3_600 });
    const { rows } = await test.storage.pool.query(
      'SELECT extract(epoch FROM paused_until - paused_at)::float8 AS seconds FROM configuration',
    );
    expect(rows).toEqual([{ seconds: 3_600 }]);
  });

  it('again changes the end, and keeps since when', async () => {
    await pause();
    const { pausedAt } = await stored();
    await pause({ until: '2026-12-24T09:00:00Z' });
    expect(await stored()).toMatchObject({ pausedAt, pausedUntil: new Date('2026-12-24T09:00:00Z') });
  });

  it('keeps what waits, and lets what comes join it', async () => {
    await test.send(events(2));
    await pause();
    await test.send(events(1));
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
  });

  it.each([
    { until: '2026-11-21T09:59:59Z' },
    { until: '2028-01-01T00:00:00Z' },
    { until: '2026-12-31T23:59:60Z' },
    { until: 'tomorrow' },
    { for: 0 },
    { for: 366 * 86_400 + 1 },
    { for: 60, until: '2026-12-01T00:00:00Z' },
    { onResume: 'forget' },
  ])('%j is refused, and nothing is paused', async (body) => {
    expect((await pause(body)).json().code).toBe('invalid-request');
    expect(await stored()).toMatchObject({ state: 'active', version: 1 });
  });

  it('a broken one is refused: nothing is posted already', async () => {
    await test.storage.prisma.configuration.update({ where: { id }, data: { state: 'broken' } });
    const answer = await pause();
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'configuration-broken']);
    expect((await stored()).state).toBe('broken');
  });

  it("another organisation's is not found", async () => {
    expect((await pause({}, MALLORY)).statusCode).toBe(404);
    expect((await resume({}, MALLORY)).statusCode).toBe(404);
    expect((await stored()).state).toBe('active');
  });
});

describe('resuming', () => {
  it.each([
    ['catch_up', 'waiting', true],
    ['replay', 'waiting', false],
    ['drop', 'dropped', false],
  ])('with %s leaves what waited %s', async (mode, state, caughtUp) => {
    // One event alone would need no summary.
    await addDelivery(test.storage.prisma, id);
    await addDelivery(test.storage.prisma, id);
    await pause({ until: '2026-12-24T09:00:00Z' });
    test.woken.length = 0;
    const answer = (await resume({ mode })).json();
    expect(answer.state).toBe('active');
    expect(answer).not.toHaveProperty('pausedUntil');
    expect(await states()).toEqual([state, state]);
    expect((await stored()).catchUpTo !== null).toBe(caughtUp);
    expect(test.woken).toEqual([id]);
  });

  it('does what was chosen for the pause when nothing else is said', async () => {
    await addDelivery(test.storage.prisma, id);
    await pause({ onResume: 'drop' });
    await resume();
    expect(await states()).toEqual(['dropped']);
  });

  it('an active one changes nothing', async () => {
    await addDelivery(test.storage.prisma, id);
    const before = await stored();
    expect((await resume({ mode: 'drop' })).json().state).toBe('active');
    expect(await stored()).toEqual(before);
    expect(await states()).toEqual(['waiting']);
  });
});
