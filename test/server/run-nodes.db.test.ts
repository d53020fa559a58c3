import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../server/logger.ts';
import { run } from '../../server/run.ts';
import { StartError } from '../../server/start-error.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { events, taskNumbers } from '../events.ts';
import { openTestSite, type TestNode, type TestSite } from '../node.ts';
import { testSettings } from '../settings.ts';
import { newWorkflow } from '../webhook-urls.ts';

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
    const database = await createTestDatabase();
    const refused = start({ DATABASE_URL: database.url, PORT: String(node.port) });
    await expect(refused).rejects.toThrow(StartError);
    // Sooner than a pool that nobody closed would let them go by itself.
    await expect.poll(() => connectionsTo(database), { timeout: 7_000 }).toBe(0);
    await database.drop();
  });

  async function connectionsTo({ url }: TestDatabase): Promise<number> {
    const { rows } = await site.storage.pool.query(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
      [new URL(url).pathname.slice(1)],
    );
    return rows[0].count;
  }
});
