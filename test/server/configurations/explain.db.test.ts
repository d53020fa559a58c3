import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Prisma } from '../../../server/storage/generated/client.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { deliveriesOf } from '../../delivery-row.ts';
import { event, events } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(test.storage.prisma));
});
afterAll(() => test.close());

interface Told {
  code: string;
  at?: string;
  facts: Record<string, unknown>;
  text: string;
}

const ask = (of: { source: string; id: string }, person = ZOE) =>
  test.as(
    person,
    'GET',
    `/api/configurations/${id}/explain?source=${encodeURIComponent(of.source)}&event=${encodeURIComponent(of.id)}`,
  );
const story = async (of: { source: string; id: string }): Promise<Told[]> => (await ask(of)).json().steps;
const codes = async (of: { source: string; id: string }) => (await story(of)).map((step) => step.code);
const change = (data: Prisma.ConfigurationUpdateInput) =>
  test.storage.prisma.configuration.update({ where: { id }, data });
const sql = (text: string, ...values: unknown[]) => test.storage.pool.query(text, values);

/** Sends an event to the channel and settles its delivery; answers both. */
async function delivered(data: Prisma.DeliveryUpdateManyMutationInput = {}) {
  const given = event();
  await test.send([given]);
  const { prisma } = test.storage;
  const where = await deliveriesOf(prisma, given.id);
  await prisma.delivery.updateMany({ where, data });
  const { id: deliveryId } = await prisma.delivery.findFirstOrThrow({ where });
  return { given, deliveryId };
}

const addAttempt = (data: Partial<Prisma.AttemptUncheckedCreateInput>) =>
  test.storage.prisma.attempt.create({
    data: {
      configurationId: id,
      startedAt: new Date(),
      durationMs: 87,
      verdict: 'posted',
      words: '1',
      ...data,
    },
  });

describe('the explanation of an event that did not come', () => {
  it('tells that there is no such event', async () => {
    const answer = await ask(event());
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).not.toHaveProperty('delivery');
    expect(answer.json().steps).toMatchObject([{ code: 'event-unknown' }]);
  });

  it("says the same of another organisation's event", async () => {
    const foreign = event({ tenantId: MALLORY.tenantId });
    await test.send([foreign]);
    expect(await codes(foreign)).toEqual(['event-unknown']);
  });

  it('tells that its type was not chosen', async () => {
    const other = event({ type: 'task.updated' });
    await test.send([other]);
    expect(await story(other)).toMatchObject([
      { code: 'event-accepted', facts: { type: 'task.updated' } },
      { code: 'type-not-chosen', text: 'The channel has not chosen events of the type "task.updated".' },
    ]);
  });

  it('tells that the settings were changed since', async () => {
    const other = event({ type: 'task.updated' });
    await test.send([other]);
    await change({ updatedAt: new Date(Date.now() + 1_000) });
    expect(await codes(other)).toEqual(['event-accepted', 'type-not-chosen', 'settings-changed-since']);
    await change({ eventTypes: ['task.updated'] });
    expect(await codes(other)).toEqual(['event-accepted', 'not-wanted-then', 'settings-changed-since']);
  });

  it('tells that the channel had no webhook', async () => {
    await change({ destinationUrl: null });
    const given = event();
    await test.send([given]);
    expect(await codes(given)).toEqual(['event-accepted', 'no-destination']);
  });

  it('tells that the channel was configured later', async () => {
    await change({ destinationUrl: null, createdAt: new Date(Date.now() + 60_000) });
    const given = event();
    await test.send([given]);
    expect(await codes(given)).toEqual(['event-accepted', 'configured-later']);
  });
});

describe('the explanation of a delivery', () => {
  it.each([
    ['sent', 'posted', 'posted'],
    ['sent', 'accepted', 'accepted'],
    ['failed', 'card-wrong', 'card-wrong'],
    ['failed', 'attempts-used-up', 'attempts-used-up'],
    ['dropped', 'dropped-on-resume', 'dropped-on-resume'],
    ['expired', 'too-old', 'too-old'],
  ] as const)('that is %s (%s) ends with "%s" and when', async (state, reason, code) => {
    const settledAt = new Date('2026-11-21T11:00:00Z');
    const { given, deliveryId } = await delivered({ state, reason, settledAt });
    const answer = (await ask(given)).json();
    expect(answer.delivery).toEqual({ id: String(deliveryId), state });
    expect(answer.steps.at(-1)).toMatchObject({ code, at: settledAt.toISOString() });
  });

  it('lists every attempt with its verdict, the words of Teams, ContextId and duration', async () => {
    const { given, deliveryId } = await delivered();
    await addAttempt({
      firstDeliveryId: deliveryId,
      verdict: 'try_again',
      status: 429,
      words: 'Slow down',
      contextId: 'tcid=7',
    });
    await addAttempt({ firstDeliveryId: deliveryId + 1n });
    const last = await addAttempt({ firstDeliveryId: deliveryId, durationMs: 91 });
    await sql("UPDATE delivery SET state = 'sent', reason = 'posted', attempt_id = $1", last.id);
    const steps = await story(given);
    expect(steps.map((step) => step.code)).toEqual([
      'event-accepted',
      'chosen',
      'attempt',
      'attempt',
      'posted',
    ]);
    expect(steps[2]).toMatchObject({
      facts: {
        kind: 'single',
        verdict: 'try_again',
        status: 429,
        words: 'Slow down',
        contextId: 'tcid=7',
        durationMs: 87,
      },
      text: 'It was tried; after 87 ms the answer was 429: not now, try again. "Slow down" (ContextId tcid=7)',
    });
    expect(steps[3]?.facts).toMatchObject({ verdict: 'posted', durationMs: 91 });
    expect(steps[3]?.facts).not.toHaveProperty('contextId');
  });

  it('that went out on a summary tells on which, with how many', async () => {
    const { given, deliveryId } = await delivered();
    const digest = {
      kind: 'digest',
      firstDeliveryId: deliveryId - 3n,
      lastDeliveryId: deliveryId + 5n,
    } as const;
    await addAttempt({ ...digest, carried: 8, verdict: 'try_again', words: 'Busy' });
    const carrier = await addAttempt({ ...digest, carried: 9 });
    await sql(
      "UPDATE delivery SET state = 'folded', reason = 'digest', attempt_id = $1, settled_at = now() + interval '1 s'",
      carrier.id,
    );
    await addAttempt({ ...digest, startedAt: new Date(Date.now() + 60_000) });
    const steps = await story(given);
    expect(steps.map((step) => step.code)).toEqual([
      'event-accepted',
      'chosen',
      'attempt',
      'attempt',
      'folded',
    ]);
    expect(steps.at(-1)).toMatchObject({
      facts: { kind: 'digest', carried: 9 },
      text: 'It went out on a digest with 9 events.',
    });
  });

  it('that waits again after a replay says so', async () => {
    const { given } = await delivered({ reason: 'replayed' });
    expect(await codes(given)).toEqual(['event-accepted', 'chosen', 'replayed', 'waiting-pace']);
  });
});

describe('the explanation of a delivery that waits', () => {
  const whyItWaits = async () => {
    const { given } = await delivered();
    return (await story(given)).at(-1);
  };
  const ahead = (seconds: number) => `now() + interval '${seconds} s'`;

  it('tells that it goes out next, or how many go first', async () => {
    expect(await whyItWaits()).toMatchObject({
      code: 'waiting-pace',
      facts: { ahead: 0 },
      text: 'It goes out next.',
    });
    expect(await whyItWaits()).toMatchObject({
      facts: { ahead: 1 },
      text: 'It waits its turn, at the pace that Teams allows; 1 event goes first.',
    });
  });

  it('tells until when the channel is paused, and what comes then', async () => {
    await change({ state: 'paused', onResume: 'drop', pausedUntil: new Date('2027-01-01T00:00:00Z') });
    const step = await whyItWaits();
    expect(step).toMatchObject({ code: 'waiting-paused', facts: { onResume: 'drop' } });
    expect(step?.text).toBe(
      'It waits: the channel is paused until 2027-01-01T00:00:00.000Z; then what waited is dropped.',
    );
  });

  it('tells that the webhook is dead, with its last words', async () => {
    await change({ state: 'broken', stateReason: 'WorkflowNotFound' });
    expect(await whyItWaits()).toMatchObject({
      code: 'waiting-broken',
      facts: { words: 'WorkflowNotFound' },
    });
  });

  it('tells when the next attempt is made', async () => {
    await sql(`UPDATE configuration SET hold_until = ${ahead(60)}`);
    expect(await whyItWaits()).toMatchObject({ code: 'waiting-retry', facts: { until: expect.any(String) } });
  });

  it('tells that it waits for a digest', async () => {
    await change({ schedule: { kind: 'hourly' } });
    const step = await whyItWaits();
    expect(step?.code).toBe('waiting-schedule');
    expect(step?.facts.until).toMatch(/:00:00\.000Z$/);
  });

  it('tells that it waits for the end of a pause to be summed up', async () => {
    await change({ catchUpTo: 9_000_000_000n });
    expect((await whyItWaits())?.code).toBe('waiting-catch-up');
  });

  it('tells of a storm', async () => {
    await test.send(events(200));
    expect(await whyItWaits()).toMatchObject({ code: 'waiting-storm', facts: { ahead: 200 } });
  });
});

describe('an explanation', () => {
  it("of another organisation's configuration is not found", async () => {
    expect((await ask(event(), MALLORY)).statusCode).toBe(404);
  });

  it.each(['', '?source=s', '?source=&event=', '?source=s&event=%00'])(
    'cannot be asked for with "%s"',
    async (query) => {
      const answer = await test.as(ZOE, 'GET', `/api/configurations/${id}/explain${query}`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request']);
    },
  );
});
