import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../server/logger.ts';
import { run } from '../../server/run.ts';
import { StartError } from '../../server/start-error.ts';
import { event, events } from '../events.ts';
import { openTestSite, type TestNode, type TestSite } from '../node.ts';
import { testSettings } from '../settings.ts';
import { SIGNATURE } from './destinations/webhooks.ts';

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

let webhooks = 0;
const hex = () => (++webhooks).toString(16).padStart(32, '0');
const newWorkflow = () =>
  `https://a.00.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/${hex()}/triggers/manual/paths/invoke?api-version=1&sig=${SIGNATURE}`;
const newConnector = () => `https://contoso.webhook.office.com/webhookb2/g@t/IncomingWebhook/${hex()}/u`;

async function newChannel(url = newWorkflow()) {
  const id = await node.configure(url);
  made.push(id);
  return { id, url };
}

/** The numbers of the tasks that a webhook was sent, in order of arrival. */
const tasksAt = (url: string) =>
  site.teams.posts(url).map((body) => Number(/Task (\d+)/.exec(JSON.stringify(body))?.[1]));

const PATIENCE = { timeout: 15_000, interval: 20 };
const eventually = (look: () => unknown) => expect.poll(look, PATIENCE);
const statesOf = async (id: string) =>
  (await node.deliveries(id)).map(({ state, verdict }) => [state, verdict]);
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
  it.each([
    ['answers 503', { status: 503 }],
    ['breaks the connection', 'reset'],
    [
      'answers 200 with an error inside',
      {
        status: 200,
        body: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 500 with ContextId tcid=0,server=A,cv=b.',
      },
    ],
  ] as const)('is tried again, and the events behind wait: it %s', async (_how, answer) => {
    const { id, url } = await newChannel(newConnector());
    site.teams.answer(url, answer, { status: 200, body: '1' });
    await node.send(events(3));
    await eventually(() => tasksAt(url)).toEqual([0, 0, 1, 2]);
    await eventually(() => statesOf(id)).toEqual(Array(3).fill(['sent', 'posted']));
    expect(await node.deliveries(id)).toMatchObject([{ tries: 2 }, { tries: 1 }, { tries: 1 }]);
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

describe('two servers on one database', () => {
  it('post the events of a channel in order and once, whoever takes them in', async () => {
    const other = await site.startNode();
    const channels = await Promise.all(numbers(6).map(() => newChannel()));
    const given = events(12);
    for (const [index, one] of given.entries()) await (index % 2 === 0 ? node : other).send([one]);
    for (const { url } of channels) await eventually(() => tasksAt(url)).toEqual(numbers(12));
    for (const { id, url } of channels) {
      expect(site.teams.mostAtATime(url)).toBe(1);
      await eventually(() => statesOf(id)).toEqual(Array(12).fill(['sent', 'accepted']));
    }
    await other.stop();
  });

  it('are one fewer when one stops: the other goes on, and nothing is lost or posted twice', async () => {
    const other = await site.startNode();
    const channels = await Promise.all(numbers(6).map(() => newChannel()));
    await other.send(events(8));
    await eventually(() => channels.every(({ url }) => tasksAt(url).length > 0)).toBe(true);
    await other.stop();
    for (const { url } of channels) await eventually(() => tasksAt(url)).toEqual(numbers(8));
  });
});

describe.concurrent('a server that is stopped', () => {
  /** A site of its own with one channel, and a server to stop. */
  async function openOwn() {
    const own = await openTestSite();
    const server = await own.startNode();
    const url = newWorkflow();
    const id = await server.configure(url);
    return { own, server, url, id };
  }

  it('leaves what was waiting to the next one', async ({ expect }) => {
    const { own, server, url, id } = await openOwn();
    own.teams.answer(url, { status: 503 });
    await server.send(events(2));
    await expect.poll(() => own.teams.posts(url).length, PATIENCE).toBeGreaterThan(0);
    await server.stop();
    own.teams.answer(url, { status: 202 });
    const next = await own.startNode();
    const sent = async () => (await next.deliveries(id)).filter(({ state }) => state === 'sent').length;
    await expect.poll(sent, PATIENCE).toBe(2);
    await own.close();
  });

  it('does not wait for a webhook that never answers, and does not forget the event', async ({ expect }) => {
    const { own, server, url, id } = await openOwn();
    own.teams.answer(url, 'silence');
    await server.send(events(1));
    await expect.poll(() => own.teams.posts(url).length, PATIENCE).toBe(1);
    await server.stop();
    const kept = await own.storage.prisma.delivery.findMany({ where: { configurationId: id } });
    expect(kept).toMatchObject([{ state: 'waiting' }]);
    await own.close();
  });
});

describe('does not start', () => {
  const start = (env: NodeJS.ProcessEnv) => {
    const settings = testSettings({ DATABASE_URL: site.databaseUrl, ...env });
    return run(settings, createLogger(settings));
  };

  it('without anybody who could sign in', async () => {
    const refused = start({ ENTRA_CLIENT_ID: '', ENTRA_TENANTS: '' });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow('ENTRA_CLIENT_ID');
  });

  it('without its database, and says so in one line without the password', async () => {
    const refused = start({ DATABASE_URL: 'postgresql://cardwire:very-secret@127.0.0.1:1/cardwire' });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(/^The database cannot be used: .*ECONNREFUSED.*$/);
    await expect(refused).rejects.not.toThrow('very-secret');
  });

  it('on a port that is taken, and leaves no connection behind', async () => {
    const taken = await site.startNode();
    const before = await connections();
    await expect(start({ PORT: String(taken.port) })).rejects.toThrow(StartError);
    await eventually(connections).toBeLessThanOrEqual(before);
    await taken.stop();
  });

  async function connections(): Promise<number> {
    const { rows } = await site.storage.pool.query(
      'SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database()',
    );
    return rows[0].count;
  }
});
