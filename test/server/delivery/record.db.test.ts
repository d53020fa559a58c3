import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consequence, consequenceOf } from '../../../server/delivery/outcome.ts';
import { type AttemptRecord, recordAttempts } from '../../../server/delivery/record.ts';
import type { Judgement } from '../../../server/destinations/verdict.ts';
import { createVault } from '../../../server/storage/vault.ts';
import { attemptAt, type Channels, openChannels } from './channels.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

const MINUTE_MS = 60_000;
const DAYS_AGO = new Date(Date.now() - 3 * 24 * 60 * MINUTE_MS);
const record = (...records: AttemptRecord[]) => recordAttempts(channels.pool, records);
const attempts = (configurationId: string) =>
  channels.prisma.attempt.findMany({ where: { configurationId }, orderBy: { id: 'asc' } });

/** A channel with one waiting delivery. */
async function channel(change: Parameters<Channels['add']>[0] = {}) {
  const id = await channels.add(change);
  const [delivery = 0n] = await channels.wait(id, 1);
  return { id, delivery };
}

/** What a judgement of the first attempt leads to. */
const judged = (judgement: Judgement): Pick<AttemptRecord, 'judgement' | 'consequence'> => ({
  judgement,
  consequence: consequenceOf(judgement, 1, 0),
});
const exhausted: Consequence = {
  state: 'failed',
  reason: 'attempts-used-up',
  holdMs: undefined,
  broken: false,
  exhausted: true,
};

describe('an attempt', () => {
  it('is written with its words and ContextId, and its delivery points to it', async () => {
    const { id, delivery } = await channel();
    const judgement: Judgement = { verdict: 'posted', words: '1', contextId: 'tcid=0' };
    await record(attemptAt(id, delivery, { status: 200, ...judged(judgement), durationMs: 321 }));
    const [written] = await attempts(id);
    expect(written).toMatchObject({
      verdict: 'posted',
      status: 200,
      words: '1',
      contextId: 'tcid=0',
      durationMs: 321,
      kind: 'single',
      carried: 1,
    });
    expect(await channels.deliveries(id)).toMatchObject([
      {
        state: 'sent',
        reason: 'posted',
        verdict: 'posted',
        tries: 1,
        attemptId: written?.id,
        settledAt: expect.any(Date),
      },
    ]);
  });

  it('that was accepted is never written as posted', async () => {
    const { id, delivery } = await channel();
    await record(attemptAt(id, delivery));
    expect(await channels.deliveries(id)).toMatchObject([{ reason: 'accepted', verdict: 'accepted' }]);
  });

  it('without an answer has no status', async () => {
    const { id, delivery } = await channel();
    await record(
      attemptAt(id, delivery, { status: undefined, ...judged({ verdict: 'try_again', words: 'reset' }) }),
    );
    expect(await attempts(id)).toMatchObject([{ status: null, contextId: null }]);
  });

  it('that failed for the moment holds the channel, and its delivery waits with the words kept', async () => {
    const { id, delivery } = await channel();
    const before = Date.now();
    const busy = judged({ verdict: 'try_again', words: 'busy', retryAfterMs: 10 * MINUTE_MS });
    await record(attemptAt(id, delivery, { ...busy, gapMs: 500.4 }));
    const { holdUntil, gapMs, state } = await channels.configuration(id);
    expect(holdUntil?.getTime()).toBeGreaterThanOrEqual(before + 9 * MINUTE_MS);
    expect(holdUntil?.getTime()).toBeLessThanOrEqual(Date.now() + 11 * MINUTE_MS);
    expect({ gapMs, state }).toEqual({ gapMs: 500, state: 'active' });
    expect(await channels.deliveries(id)).toMatchObject([
      { state: 'waiting', reason: 'retry', verdict: 'try_again', tries: 1, settledAt: null },
    ]);
  });

  it('that went well ends a hold', async () => {
    const { id, delivery } = await channel({ holdUntil: new Date() });
    await record(attemptAt(id, delivery));
    expect((await channels.configuration(id)).holdUntil).toBeNull();
  });

  it('with a wrong card fails its delivery alone', async () => {
    const { id, delivery } = await channel();
    await channels.wait(id, 1);
    await record(attemptAt(id, delivery, judged({ verdict: 'card_wrong', words: 'Bad payload' })));
    expect(await channels.deliveries(id)).toMatchObject([
      { state: 'failed', reason: 'card-wrong' },
      { state: 'waiting', reason: 'now', tries: 0 },
    ]);
    expect(await channels.configuration(id)).toMatchObject({ state: 'active', holdUntil: null });
  });

  it('at a dead destination breaks the configuration, with its words and the date, and keeps the queue', async () => {
    const { id, delivery } = await channel();
    await channels.wait(id, 1);
    await record(attemptAt(id, delivery, judged({ verdict: 'dead', words: 'WorkflowNotFound' })));
    expect(await channels.configuration(id)).toMatchObject({
      state: 'broken',
      stateReason: 'WorkflowNotFound',
      brokenAt: expect.any(Date),
    });
    expect(await channels.deliveries(id)).toMatchObject([
      { state: 'waiting', reason: 'destination-dead', tries: 1 },
      { state: 'waiting', reason: 'now', tries: 0 },
    ]);
  });
});

describe('when the attempts are used up', () => {
  it('what has waited as long is given up too, and what is younger goes on', async () => {
    const [id, other] = [await channels.add(), await channels.add()];
    const [first = 0n] = await channels.wait(id, 2, { createdAt: DAYS_AGO });
    await channels.wait(id, 1);
    await channels.wait(other, 1, { createdAt: DAYS_AGO });
    await record(attemptAt(id, first, { consequence: exhausted }));
    expect(await channels.deliveries(id)).toMatchObject([
      { state: 'failed', reason: 'attempts-used-up', tries: 1, settledAt: expect.any(Date) },
      { state: 'failed', reason: 'attempts-used-up', tries: 0, settledAt: expect.any(Date) },
      { state: 'waiting' },
    ]);
    expect(await channels.deliveries(other)).toMatchObject([{ state: 'waiting' }]);
  });
});

describe('what changed during an attempt', () => {
  it.each(['dropped', 'sent', 'failed', 'expired'] as const)(
    'is kept: a delivery that is %s keeps its state, and the attempt is written all the same',
    async (state) => {
      const { id, delivery } = await channel();
      await channels.prisma.delivery.update({ where: { id: delivery }, data: { state, reason: 'too-old' } });
      await record(attemptAt(id, delivery));
      expect(await channels.deliveries(id)).toMatchObject([{ state, reason: 'too-old', tries: 0 }]);
      expect(await attempts(id)).toHaveLength(1);
    },
  );

  it('is kept: a destination that was replaced is neither broken nor held by the old one', async () => {
    for (const judgement of [
      { verdict: 'dead', words: 'gone' },
      { verdict: 'try_again', words: 'busy', retryAfterMs: MINUTE_MS },
    ] as const) {
      const { id, delivery } = await channel({ destinationUrl: 'v1.key.the-new-one' });
      await record(attemptAt(id, delivery, { ...judged(judgement), gapMs: 700 }));
      expect(await channels.configuration(id)).toMatchObject({
        state: 'active',
        stateReason: null,
        brokenAt: null,
        holdUntil: null,
        gapMs: 0,
      });
    }
  });

  it('counts: a destination that was encrypted anew meanwhile is still the same', async () => {
    const [old, renewed] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const sealedUrl = createVault([old]).seal('url', 'id');
    const { id, delivery } = await channel({
      destinationUrl: createVault([renewed, old]).reseal(sealedUrl, 'id'),
    });
    await record(attemptAt(id, delivery, { ...judged({ verdict: 'dead', words: 'gone' }), sealedUrl }));
    expect(await channels.configuration(id)).toMatchObject({ state: 'broken' });
  });

  it('is kept: a removed configuration stays removed', async () => {
    const { id, delivery } = await channel({ state: 'removed' });
    await record(attemptAt(id, delivery, judged({ verdict: 'dead', words: 'gone' })));
    expect(await channels.configuration(id)).toMatchObject({ state: 'removed', brokenAt: null });
  });
});

describe('many attempts', () => {
  it('are written in one statement, each to its own channel', async () => {
    const many = await Promise.all(Array.from({ length: 100 }, () => channel()));
    await record(
      ...many.map(({ id, delivery }, index) =>
        attemptAt(id, delivery, {
          durationMs: index,
          ...(index % 2 === 1 && judged({ verdict: 'dead', words: `gone ${index}` })),
        }),
      ),
    );
    const rows = await channels.prisma.configuration.findMany({
      where: { id: { in: many.map(({ id }) => id) } },
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const [index, { id }] of many.entries()) {
      const carriedBy = await attempts(id);
      const [delivery] = await channels.deliveries(id);
      const broken = index % 2 === 1;
      expect(byId.get(id)).toMatchObject(
        broken ? { state: 'broken', stateReason: `gone ${index}` } : { state: 'active' },
      );
      expect(carriedBy).toMatchObject([{ durationMs: index }]);
      expect(delivery).toMatchObject({ attemptId: carriedBy[0]?.id, ...(!broken && { state: 'sent' }) });
    }
  });

  it('are all written, whatever characters one of them brings', async () => {
    const [strange, plain] = [await channel(), await channel()];
    const words = 'a\0b\ud800c ✓ "\\ {}';
    await record(
      attemptAt(strange.id, strange.delivery, judged({ verdict: 'posted', words, contextId: '\0\udc00' })),
      attemptAt(plain.id, plain.delivery),
    );
    expect(await attempts(strange.id)).toMatchObject([{ words: 'a b\ufffdc ✓ "\\ {}' }]);
    expect(await channels.deliveries(plain.id)).toMatchObject([{ state: 'sent' }]);
  });
});

it('an attempt that started long ago is written with that moment, by the database’s clock', async () => {
  const { id, delivery } = await channel();
  await record(attemptAt(id, delivery, { startedAgoMs: 10 * MINUTE_MS }));
  const [written] = await attempts(id);
  const agoMs = Date.now() - (written?.startedAt.getTime() ?? 0);
  expect(Math.round(agoMs / MINUTE_MS)).toBe(10);
});
