import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { event, events, taskNumbers } from '../events.ts';
import type { FakeAnswer } from '../fake-teams.ts';
import { openTestSite, type TestNode, type TestSite } from '../node.ts';
import { newConnector, newWorkflow } from '../webhook-urls.ts';

let site: TestSite;
let node: TestNode;
beforeAll(async () => {
  site = await openTestSite();
  node = await site.startNode();
});
afterAll(() => site.close());

/** Channels of the test that runs: they would receive the events of the next one, too. */
const made: string[] = [];
afterEach(async () => {
  for (const id of made.splice(0)) await node.remove(id);
});

async function newChannel(url = newWorkflow()) {
  const id = await node.configure(url);
  made.push(id);
  return { id, url };
}

const tasksAt = (url: string) => taskNumbers(site.teams.posts(url));
const statesOf = async (id: string) =>
  (await node.deliveries(id)).map(({ state, verdict }) => [state, verdict]);

const PATIENCE = { timeout: 15_000, interval: 20 };
const eventually = (look: () => unknown) => expect.poll(look, PATIENCE);
const numbers = (length: number) => Array.from({ length }, (_, index) => index);

/** An answer after which nothing is posted to that webhook for the rest of the test. */
const MUCH_LATER = { status: 503, headers: { 'retry-after': '3600' } };

describe('an event', () => {
  it('becomes an Adaptive Card for a Workflow, which accepts it', async () => {
    const { id, url } = await newChannel();
    await node.send([event({ data: { title: 'Order the cake' } })]);
    await eventually(() => statesOf(id)).toEqual([['sent', 'accepted']]);
    expect(site.teams.posts(url)).toMatchObject([
      { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
    ]);
    expect(JSON.stringify(site.teams.posts(url))).toContain('Order the cake');
  });

  it('becomes a MessageCard for a connector, which posts it', async () => {
    const { id, url } = await newChannel(newConnector());
    await node.send([event({ data: { title: 'Order the cake' } })]);
    await eventually(() => statesOf(id)).toEqual([['sent', 'posted']]);
    expect(site.teams.posts(url)).toMatchObject([{ '@type': 'MessageCard', '@context': expect.any(String) }]);
    expect(await node.deliveries(id)).toMatchObject([{ tries: 1, settledAt: expect.any(String) }]);
  });

  it('that is sent again is not posted again', async () => {
    const { id, url } = await newChannel();
    const given = event();
    await node.send([given]);
    await node.send([given, event({ data: { title: 'Task 1' } })]);
    await eventually(() => statesOf(id)).toHaveLength(2);
    await eventually(() => tasksAt(url)).toEqual([Number.NaN, 1]);
  });
});

it('200 events reach 20 channels each once and in order, however they are sent', async () => {
  const channels = await Promise.all(numbers(20).map(() => newChannel()));
  const given = events(10);
  await node.send(given.slice(0, 4));
  for (const one of given.slice(4, 7)) await node.send([one]);
  await node.send(given.slice(7));
  for (const { url } of channels) await eventually(() => tasksAt(url)).toEqual(numbers(10));
  for (const { url } of channels) expect(site.teams.mostAtATime(url)).toBe(1);
});

describe('a card that Teams refuses', () => {
  it('is parked with Teams’ words, and the channel goes on', async () => {
    const { id, url } = await newChannel(newConnector());
    site.teams.answer(url, { status: 400, body: 'Summary or Text is required.' }, { status: 200, body: '1' });
    await node.send(events(3));
    await eventually(() => statesOf(id)).toEqual([
      ['failed', 'card_wrong'],
      ['sent', 'posted'],
      ['sent', 'posted'],
    ]);
    expect(tasksAt(url)).toEqual([0, 1, 2]);
    expect(await node.deliveries(id)).toMatchObject([
      { words: 'Summary or Text is required.', tries: 1 },
      {},
      {},
    ]);
    expect(await node.read(id)).toMatchObject({ state: 'active' });
  });
});

describe('a webhook that fails for the moment', () => {
  it('is tried again, and the events behind wait, however it fails', async () => {
    const failures: Record<string, FakeAnswer> = {
      'an answer of 503': { status: 503 },
      'a broken connection': 'reset',
      'an error inside a 200': {
        status: 200,
        body: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 500 with ContextId tcid=0,server=A,cv=b.',
      },
    };
    const channels = await Promise.all(
      Object.entries(failures).map(async ([how, failure]) => {
        const channel = await newChannel(newConnector());
        site.teams.answer(channel.url, failure, { status: 200, body: '1' });
        return { ...channel, how };
      }),
    );
    await node.send(events(3));
    for (const { id, url, how } of channels) {
      await eventually(() => statesOf(id)).toEqual(Array(3).fill(['sent', 'posted']));
      expect(tasksAt(url), how).toEqual([0, 0, 1, 2]);
      expect(await node.deliveries(id)).toMatchObject([{ tries: 2 }, { tries: 1 }, { tries: 1 }]);
    }
  });

  it('does not hold up another channel', async () => {
    const [stuck, quick] = [await newChannel(), await newChannel()];
    site.teams.answer(stuck.url, 'silence');
    await node.send(events(1));
    await eventually(() => tasksAt(stuck.url)).toEqual([0]);
    for (const number of [1, 2, 3]) {
      await node.send([event({ data: { title: `Task ${number}` } })]);
      await eventually(() => tasksAt(quick.url)).toEqual(numbers(number + 1));
    }
    expect(tasksAt(stuck.url)).toEqual([0]);
    site.teams.answer(stuck.url, { status: 202 });
    site.teams.hangUp();
    await eventually(() => tasksAt(stuck.url)).toEqual([0, 0, 1, 2, 3]);
  });
});

describe('a webhook that is dead', () => {
  const GONE = { status: 410, body: 'Connector configuration not found' };

  it('breaks the configuration, with its words, and keeps the queue', async () => {
    const { id, url } = await newChannel(newConnector());
    site.teams.answer(url, GONE);
    await node.send(events(2));
    await eventually(() => node.read(id)).toMatchObject({ state: 'broken', stateReason: GONE.body });
    await node.send(events(1));
    expect(await statesOf(id)).toEqual([
      ['waiting', 'dead'],
      ['waiting', undefined],
      ['waiting', undefined],
    ]);
    expect(tasksAt(url)).toEqual([0]);
  });

  it('is left behind when a new one is set: everything flows on, in order', async () => {
    const { id, url } = await newChannel(newConnector());
    site.teams.answer(url, GONE);
    await node.send(events(3));
    await eventually(() => node.read(id)).toMatchObject({ state: 'broken' });
    const next = newWorkflow();
    await node.setDestination(id, next);
    await eventually(() => tasksAt(next)).toEqual([0, 1, 2]);
    await eventually(() => statesOf(id)).toEqual(Array(3).fill(['sent', 'accepted']));
    expect(await node.read(id)).toMatchObject({ state: 'active', destination: { kind: 'workflow' } });
    expect(tasksAt(url)).toEqual([0]);
  });
});

it('a new webhook does not wait as the one before it had asked for', async () => {
  const { id, url } = await newChannel();
  site.teams.answer(url, MUCH_LATER);
  await node.send(events(2));
  await eventually(() => statesOf(id)).toEqual([
    ['waiting', 'try_again'],
    ['waiting', undefined],
  ]);
  const next = newWorkflow();
  await node.setDestination(id, next);
  await eventually(() => tasksAt(next)).toEqual([0, 1]);
});

it('what waits for a channel that is removed is dropped', async () => {
  const { id, url } = await newChannel();
  site.teams.answer(url, MUCH_LATER, { status: 202 });
  await node.send(events(3));
  await eventually(() => statesOf(id)).toContainEqual(['waiting', 'try_again']);
  await node.remove(id);
  await node.send(events(1));
  const kept = await site.storage.prisma.delivery.findMany({ where: { configurationId: id } });
  expect(kept.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'dropped']);
  expect(tasksAt(url)).toEqual([0]);
});
