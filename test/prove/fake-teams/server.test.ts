import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { Agent } from 'undici';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import type { DestinationKind } from '../../../server/destinations/destination.ts';
import { judgeConnectorAnswer, judgeWorkflowAnswer } from '../../../server/destinations/verdict.ts';
import { MISBEHAVIOURS, type Misbehaviour } from './misbehaviour.ts';
import { numberMark } from './numbers.ts';
import type { Limit } from './pace-gauge.ts';
import { type FakeTeams, startFakeTeams } from './server.ts';
import { readWebhookPath, webhookUrl } from './webhook-url.ts';

const TENANT = '00000000-0000-4000-8000-000000000001';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openFake(limits: readonly Limit[] = []): Promise<FakeTeams> {
  const fake = await startFakeTeams({ seed: 'test', limits });
  closing.push(() => fake.close());
  return fake;
}

/** Posts a card with these events; rejects when no answer begins. */
function send(
  fake: FakeTeams,
  kind: DestinationKind,
  numbers: number[],
  generation = 0,
  signal?: AbortSignal,
) {
  const agent = new Agent();
  closing.push(() => agent.destroy());
  const { pathname, search } = new URL(webhookUrl({ kind, channel: 7, generation }, TENANT));
  return agent.request({
    origin: `http://127.0.0.1:${fake.port}`,
    path: pathname + search,
    method: 'POST',
    body: JSON.stringify({ text: numbers.map(numberMark).join(' and ') }),
    signal: signal ?? null,
  });
}

/** The same, with the whole answer; undefined when none comes. */
async function post(fake: FakeTeams, kind: DestinationKind, numbers: number[], generation = 0) {
  try {
    const { statusCode: status, headers, body } = await send(fake, kind, numbers, generation);
    return { status, retryAfter: headers['retry-after'], body: await text(body) };
  } catch {
    return undefined;
  }
}

describe('a channel that behaves', () => {
  it.each([
    ['connector', { status: 200, body: '1' }],
    ['workflow', { status: 202, body: '' }],
  ] as const)('takes the cards of a %s and notes the events on them', async (kind, answer) => {
    const fake = await openFake();
    expect(await post(fake, kind, [12, 13, 12])).toMatchObject(answer);
    expect(fake.ledger.arrivals()).toMatchObject([
      { channel: 7, numbers: [12, 13], posted: true, told: true, answer: 'well' },
    ]);
  });

  it('tells when enough different events have come, a card that comes again not counted', async () => {
    const fake = await openFake();
    const reached = fake.ledger.reached(2);
    await post(fake, 'workflow', [1]);
    await post(fake, 'workflow', [1]);
    await post(fake, 'workflow', [2]);
    expect(await reached).toBe(fake.ledger.arrivals()[2]?.at);
  });

  it('refuses a card beyond the limits, and notes it', async () => {
    const fake = await openFake([{ posts: 2, ms: 3_600_000 }]);
    const statuses = [];
    for (const number of [1, 2, 3]) statuses.push((await post(fake, 'workflow', [number]))?.status);
    expect(statuses).toEqual([202, 202, 429]);
    expect(fake.ledger.arrivals()[2]).toMatchObject({ numbers: [3], posted: false, answer: 'too-fast' });
  });

  it('is gone when it is removed, until it has a new address', async () => {
    const fake = await openFake();
    fake.remove(7, 0);
    expect(await post(fake, 'connector', [1])).toMatchObject({ status: 410 });
    expect(await post(fake, 'workflow', [1])).toMatchObject({ status: 404 });
    expect(await post(fake, 'workflow', [1], 1)).toMatchObject({ status: 202 });
    expect(fake.ledger.arrivals().map(({ answer, posted }) => [answer, posted])).toEqual([
      ['gone', false],
      ['gone', false],
      ['well', true],
    ]);
  });
});

describe('a channel that misbehaves', () => {
  const meets = async (kind: DestinationKind, misbehaviour: Misbehaviour) => {
    const fake = await openFake();
    fake.setTemper(7, { shares: { [misbehaviour]: 1 }, inARow: 9 });
    const answer = await post(fake, kind, [1]);
    return { answer, arrival: fake.ledger.arrivals()[0] };
  };
  const answered = MISBEHAVIOURS.filter((name) => name !== 'half-open' && name !== 'huge-body');

  it.each(answered)('%s: what its sender can know is what the ledger says', async (misbehaviour) => {
    const { answer, arrival } = await meets('connector', misbehaviour);
    expect(arrival?.answer).toBe(misbehaviour);
    const verdict = judgeConnectorAnswer(
      answer
        ? { kind: 'response', status: answer.status, body: answer.body }
        : { kind: 'no-response', error: 'cut' },
      new Date(),
    ).verdict;
    expect(verdict === 'posted').toBe(arrival?.told);
  });

  it.each(['reset-unread', 'reset-read', 'reset-half-answer'] as const)(
    '%s: no whole answer comes',
    async (name) => {
      expect((await meets('workflow', name)).answer).toBeUndefined();
    },
  );

  it('asks to wait in seconds, by a date, or not at all', async () => {
    const wait = async (name: Misbehaviour) => (await meets('workflow', name)).answer;
    expect(await wait('throttled')).toMatchObject({ status: 429, retryAfter: undefined });
    expect(await wait('throttled-seconds')).toMatchObject({ status: 429, retryAfter: '2' });
    expect(await wait('throttled-date')).toMatchObject({ retryAfter: expect.stringMatching(/ GMT$/) });
  });

  it('hides failures in a 200 where it is a connector', async () => {
    const { answer } = await meets('connector', 'hidden-429');
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('HTTP error 429') });
    expect((await meets('workflow', 'hidden-429')).arrival?.answer).toBe('well');
  });

  it('drips a good answer', async () => {
    const { answer } = await meets('connector', 'slow-drip');
    expect(answer?.body.trim()).toBe('1');
    const workflow = (await meets('workflow', 'slow-drip')).answer;
    const judged = judgeWorkflowAnswer(
      { kind: 'response', status: workflow?.status ?? 0, body: '' },
      new Date(),
    );
    expect(judged.verdict).toBe('accepted');
  });

  it('reads a card and never answers', async () => {
    const fake = await openFake();
    fake.setTemper(7, { shares: { 'half-open': 1 }, inARow: 1 });
    const patience = new AbortController();
    const answer = send(fake, 'workflow', [1], 0, patience.signal).then(
      () => 'answered',
      () => 'given up',
    );
    await vi.waitFor(() => expect(fake.ledger.arrivals()).toMatchObject([{ numbers: [1], told: false }]));
    patience.abort();
    expect(await answer).toBe('given up');
  });

  it('answers without an end', async () => {
    const fake = await openFake();
    fake.setTemper(7, { shares: { 'huge-body': 1 }, inARow: 1 });
    const { body } = await send(fake, 'connector', [1]);
    let length = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > 4_000_000) break;
    }
    expect(length).toBeGreaterThan(4_000_000);
  });

  it('behaves well after so many misbehaviours in a row', async () => {
    const fake = await openFake();
    fake.setTemper(7, { shares: { 'status-500': 1 }, inARow: 2 });
    const statuses = [];
    for (const number of [1, 2, 3, 4]) statuses.push((await post(fake, 'workflow', [number]))?.status);
    expect(statuses).toEqual([500, 500, 202, 500]);
  });
});

test('an_address_leads_back_to_its_channel', () => {
  const id = fc.record({
    kind: fc.constantFrom<DestinationKind>('connector', 'workflow'),
    channel: fc.integer({ min: 0, max: 2 ** 31 }),
    generation: fc.integer({ min: 0, max: 65_535 }),
  });
  fc.assert(
    fc.property(id, (webhook) => {
      expect(readWebhookPath(new URL(webhookUrl(webhook, TENANT)).pathname)).toEqual(webhook);
    }),
  );
});
