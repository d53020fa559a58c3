import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resumeConfiguration } from '../../../server/delivery/resume.ts';
import { ZOE } from '../../people.ts';
import { type EngineRig, openEngineRig, response } from './engine-rig.ts';

let rig: EngineRig;
/** A channel with an event that no engine was told of. */
let forgotten: string;
beforeAll(async () => {
  rig = await openEngineRig();
  await rig.startEngine();
  // A node whose clock is years ahead: every moment is the database's, so it does as the other does.
  await rig.startEngine({ now: () => new Date('2037-01-01') });
  forgotten = await rig.channel();
  await addMany(forgotten, 1);
});
afterAll(() => rig.close());

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ago = (ms: number) => new Date(Date.now() - ms);
const eventually = (look: () => unknown) => expect.poll(look, { timeout: 15_000, interval: 20 });
const states = async (id: string) => (await rig.channels.deliveries(id)).map(({ state }) => state);
const attempts = (configurationId: string) =>
  rig.channels.prisma.attempt.findMany({ where: { configurationId }, orderBy: { id: 'asc' } });
const all = <Value>(count: number, value: Value): Value[] => Array(count).fill(value);

/** Stores so many events with numbers in their titles in two statements, for tests with many. */
async function addMany(id: string, count: number, urgent = false): Promise<void> {
  await rig.channels.pool.query(
    `WITH numbered AS (
       INSERT INTO event (source, source_id, type, time, data)
       SELECT 'https://tasks.example', gen_random_uuid(), 'task.created', now(),
              jsonb_build_object('title', ($3::text || n))
         FROM generate_series(1, $2::int) AS n
       RETURNING id
     )
     INSERT INTO delivery (configuration_id, event_id, urgent)
     SELECT $1, id, $4 FROM numbered ORDER BY id`,
    [id, count, urgent ? 'Urgent ' : 'Task ', urgent],
  );
}
const titles = (url: string) => rig.network.posts(url).map((body) => /(Task|Urgent) \d+/.exec(body)?.[0]);

describe('two engines', () => {
  it('post what waits once and in order, whichever of them is woken', async () => {
    const ids = await Promise.all(all(12, undefined).map(() => rig.channel()));
    for (const id of ids) await addMany(id, 4);
    await Promise.all(rig.engines.map((engine) => engine.wake(ids)));
    for (const id of ids) {
      await eventually(() => states(id)).toEqual(all(4, 'sent'));
      expect(titles(id)).toEqual(['Task 1', 'Task 2', 'Task 3', 'Task 4']);
      expect(await attempts(id)).toHaveLength(4);
    }
    expect(rig.network.mostAtATime()).toBe(1);
  });

  it('look at waiting channels anew when they could not be woken for a while', async () => {
    const id = await rig.channel({ holdUntil: new Date(Date.now() + HOUR_MS) });
    const seen = await rig.channel();
    await addMany(id, 1);
    await addMany(seen, 1);
    await rig.wake(id, seen);
    await eventually(() => states(seen)).toEqual(['sent']);
    await rig.channels.prisma.configuration.update({ where: { id }, data: { holdUntil: null } });
    await rig.channels.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'cardwire wake'`,
    );
    await eventually(() => states(id)).toEqual(['sent']);
  });

  it('post events with times far in the past and far in the future like any other', async () => {
    const id = await rig.channel();
    await rig.channels.wait(id, 3);
    await rig.channels.pool.query(
      `UPDATE event
          SET time = CASE WHEN delivery.id % 2 = 0 THEN '9999-12-31T23:59:59Z'::timestamptz ELSE '0001-01-01T00:00:00Z' END
         FROM delivery
        WHERE delivery.event_id = event.id AND delivery.configuration_id = $1`,
      [id],
    );
    await rig.wake(id);
    await eventually(() => states(id)).toEqual(all(3, 'sent'));
  });
});

describe('a schedule', () => {
  const HOURLY = { schedule: { kind: 'hourly' } };

  it('keeps back what came since its last slot', async () => {
    const id = await rig.channel(HOURLY);
    await rig.channels.wait(id, 2, { createdAt: new Date(Date.now() + 2 * HOUR_MS) });
    const seen = await rig.channel();
    await addMany(seen, 1);
    await rig.wake(id, seen);
    await eventually(() => states(seen)).toEqual(['sent']);
    expect(await states(id)).toEqual(all(2, 'waiting'));
    expect(rig.network.posts(id)).toEqual([]);
  });

  it('sums up on one card what waited for it, and every delivery points to that attempt', async () => {
    const id = await rig.channel(HOURLY);
    await rig.channels.wait(id, 3, { createdAt: ago(2 * HOUR_MS) });
    await rig.wake(id);
    await eventually(() => states(id)).toEqual(all(3, 'folded'));
    expect(rig.network.posts(id)).toHaveLength(1);
    const [attempt] = await attempts(id);
    expect(attempt).toMatchObject({ kind: 'digest', carried: 3, verdict: 'accepted' });
    expect((await rig.channels.deliveries(id)).map(({ attemptId }) => attemptId)).toEqual(
      all(3, attempt?.id),
    );
  });
});

it('quiet hours keep back everything but what is urgent', async () => {
  const id = await rig.channel({ quietHours: aroundNow() });
  await addMany(id, 2);
  await addMany(id, 1, true);
  await rig.wake(id);
  await eventually(() => states(id)).toEqual(['waiting', 'waiting', 'sent']);
  expect(titles(id)).toEqual(['Urgent 1']);

  function aroundNow() {
    const clock = (ms: number) => new Date(Date.now() + ms).toISOString().slice(11, 16);
    return { from: clock(-6 * HOUR_MS), to: clock(6 * HOUR_MS) };
  }
});

describe('a storm', () => {
  it('of 500 events is one card that all of them point to; urgent ones went before it, alone', async () => {
    const id = await rig.channel();
    await addMany(id, 500);
    await addMany(id, 2, true);
    await rig.wake(id);
    await eventually(async () => (await states(id)).includes('waiting')).toBe(false);
    expect(titles(id).slice(0, 2)).toEqual(['Urgent 1', 'Urgent 2']);
    expect(rig.network.posts(id)).toHaveLength(3);
    expect(rig.network.posts(id)[2]).toContain('500');
    const made = await attempts(id);
    expect(made.map(({ kind, carried }) => [kind, carried])).toEqual([
      ['single', 1],
      ['single', 1],
      ['storm', 500],
    ]);
    const carriers = (await rig.channels.deliveries(id)).map(({ state, urgent, attemptId }) => [
      state,
      urgent,
      attemptId,
    ]);
    expect(carriers).toEqual([
      ...all(500, ['folded', false, made[2]?.id]),
      ['sent', true, made[0]?.id],
      ['sent', true, made[1]?.id],
    ]);
  });

  it('that goes on is summed up a minute later, and not before', async () => {
    const id = await rig.channel({ foldedAt: new Date() });
    await addMany(id, 200);
    await addMany(id, 1, true);
    await rig.wake(id);
    await eventually(() => titles(id)).toEqual(['Urgent 1']);
    expect((await attempts(id)).map(({ kind }) => kind)).toEqual(['single']);
    await rig.channels.prisma.configuration.update({ where: { id }, data: { foldedAt: ago(MINUTE_MS) } });
    await rig.wake(id);
    await eventually(async () => (await states(id)).includes('waiting')).toBe(false);
    expect((await attempts(id)).map(({ kind }) => kind)).toEqual(['single', 'storm']);
  });
});

describe('a pause', () => {
  const resume = async (id: string, mode: 'catch_up' | 'replay' | 'drop') => {
    await resumeConfiguration(rig.channels.pool, id, mode, ZOE);
    await rig.wake(id);
  };
  /** A paused channel with three deliveries, of which it was woken. */
  const paused = async (change = {}) => {
    const id = await rig.channel({ state: 'paused', ...change });
    await addMany(id, 3);
    await rig.wake(id);
    return id;
  };

  it('keeps everything, and catches up on one card', async () => {
    const id = await paused();
    expect(await states(id)).toEqual(all(3, 'waiting'));
    await resume(id, 'catch_up');
    await eventually(() => states(id)).toEqual(all(3, 'folded'));
    expect(await attempts(id)).toMatchObject([{ kind: 'catch_up', carried: 3 }]);
    await addMany(id, 1);
    await rig.wake(id);
    await eventually(() => states(id)).toEqual([...all(3, 'folded'), 'sent']);
  });

  it('keeps everything, and posts it in order', async () => {
    const id = await paused();
    await resume(id, 'replay');
    await eventually(() => states(id)).toEqual(all(3, 'sent'));
    expect(titles(id)).toEqual(['Task 1', 'Task 2', 'Task 3']);
  });

  it('keeps everything until its people drop it, and posts what comes later', async () => {
    const id = await paused();
    await resume(id, 'drop');
    await addMany(id, 1);
    await rig.wake(id);
    await eventually(() => states(id)).toEqual([...all(3, 'dropped'), 'sent']);
    expect(rig.network.posts(id)).toHaveLength(1);
  });

  it('whose time is over ends by itself, as its people chose', async () => {
    const id = await paused({ pausedUntil: ago(MINUTE_MS), onResume: 'replay' });
    await eventually(() => states(id)).toEqual(all(3, 'sent'));
    expect(await rig.channels.configuration(id)).toMatchObject({ state: 'active', pausedUntil: null });
  });
});

describe('a destination', () => {
  it.each([
    ['asks for no patience', response(429), 60_000],
    ['asks for five minutes', response(429, { retryAfter: '300' }), 300_000],
  ])(
    'with too many requests that %s is held for long enough, and keeps its order',
    async (_how, answer, least) => {
      const id = await rig.channel();
      rig.network.answer(id, answer, response(202));
      await addMany(id, 2);
      const before = Date.now();
      await rig.wake(id);
      await eventually(async () => (await rig.channels.configuration(id)).holdUntil).not.toBeNull();
      const { holdUntil, gapMs } = await rig.channels.configuration(id);
      expect(holdUntil?.getTime()).toBeGreaterThanOrEqual(before + least - 1_000);
      expect(gapMs).toBeGreaterThan(0);
      await rig.wake(id);
      await rig.channels.prisma.configuration.update({ where: { id }, data: { holdUntil: null, gapMs: 0 } });
      expect(titles(id)).toEqual(['Task 1']);
      expect(await states(id)).toEqual(all(2, 'waiting'));
      await rig.wake(id);
      await eventually(() => states(id)).toEqual(all(2, 'sent'));
      expect(titles(id)).toEqual(['Task 1', 'Task 1', 'Task 2']);
    },
  );

  it('that is dead keeps its queue, which flows on in order to a new one', async () => {
    const id = await rig.channel();
    rig.network.answer(id, response(410, { body: 'gone' }));
    await addMany(id, 25);
    await rig.wake(id);
    await eventually(() => rig.channels.configuration(id)).toMatchObject({
      state: 'broken',
      stateReason: 'gone',
    });
    await rig.wake(id);
    expect(await states(id)).toEqual(all(25, 'waiting'));
    await rig.setWebhook(id, `${id} anew`);
    await eventually(() => states(id)).toEqual(all(25, 'sent'));
    expect(titles(id)).toEqual(['Task 1']);
    expect(titles(`${id} anew`)).toEqual(all(25, 0).map((_, index) => `Task ${index + 1}`));
  });

  it('that dies with the storm’s summary keeps all of it', async () => {
    const id = await rig.channel();
    rig.network.answer(id, response(404));
    await addMany(id, 130);
    await rig.wake(id);
    await eventually(async () => (await rig.channels.configuration(id)).state).toBe('broken');
    expect(await states(id)).toEqual(all(130, 'waiting'));
    await rig.setWebhook(id, `${id} anew`);
    await eventually(() => states(id)).toEqual(all(130, 'folded'));
  });
});

it('what nobody woke the engines for is found by their sweep', async () => {
  await eventually(() => states(forgotten)).toEqual(['sent']);
});
