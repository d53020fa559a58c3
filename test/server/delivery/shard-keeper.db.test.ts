import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  keepShards,
  type ShardKeeper,
  type ShardKeeperOptions,
} from '../../../server/delivery/shard-keeper.ts';
import { SHARDS } from '../../../server/delivery/shards.ts';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';

/** As the real ones relate to each other, and shorter. */
const TIMES = { tickMs: 40, leaseMs: 1_500, trustMs: 1_100 };

let database: TestDatabase;
let storage: Storage;
beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});
beforeEach(async () => {
  await storage.pool.query('UPDATE shard SET owner = NULL, lease_until = NULL');
  await storage.pool.query('DELETE FROM node');
});

interface Node extends ShardKeeper {
  id: string;
  held(): string[];
  /** From now on its database is out of reach, as it is for a process that was killed. */
  cut(): Promise<void>;
}

const nodes: Node[] = [];
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await Promise.all(nodes.splice(0).map((node) => node.cut()));
});

async function startNode(change: Partial<ShardKeeperOptions> = {}): Promise<Node> {
  const own = openStorage({ databaseUrl: database.url, connections: 2, onError() {} });
  const id = `node-${nodes.length}`;
  const keeper = keepShards({
    pool: own.pool,
    nodeId: id,
    keyNames: [],
    alone: false,
    onGained() {},
    onLeaving: async () => {},
    onError() {},
    times: TIMES,
    ...change,
  });
  const node = {
    ...keeper,
    id,
    held: () => SHARDS.filter(keeper.holds),
    cut: async () => {
      if (!own.pool.ended) await own.close();
    },
  };
  nodes.push(node);
  await keeper.start();
  return node;
}

const eventually = (look: () => unknown) => expect.poll(look, { timeout: 10_000, interval: 10 });
const shares = () => nodes.map((node) => node.held().length);

/** Looks all the time whether two nodes hold one shard; answers which they were. */
function watch() {
  let watching = true;
  const doubled = new Set<string>();
  const looking = (async () => {
    while (watching) {
      for (const shard of SHARDS)
        if (nodes.filter((node) => node.holds(shard)).length > 1) doubled.add(shard);
      await nextTurn();
    }
  })();
  return async () => {
    watching = false;
    await looking;
    return [...doubled];
  };
}

describe('the shards', () => {
  it('are all those of a node that is alone, at once', async () => {
    const gained: string[] = [];
    const node = await startNode({ onGained: (shards) => gained.push(...shards) });
    expect(node.held()).toEqual(SHARDS);
    expect(gained.sort()).toEqual(SHARDS.toSorted());
  });

  it('are shared fairly by two nodes and by three, each shard by one of them', async () => {
    const doubled = watch();
    await startNode();
    await startNode();
    await eventually(shares).toEqual([32, 32]);
    await startNode();
    await eventually(() => shares().every((share) => share >= 20 && share <= 22)).toBe(true);
    await eventually(() => nodes.flatMap((node) => node.held()).sort()).toEqual(SHARDS.toSorted());
    expect(await doubled()).toEqual([]);
  });

  it('of a node that stops are free at once, without waiting for its lease', async () => {
    const [first] = [await startNode(), await startNode()];
    await eventually(shares).toEqual([32, 32]);
    await first.stop();
    const { rows } = await storage.pool.query('SELECT count(*)::int AS left FROM shard WHERE owner = $1', [
      first.id,
    ]);
    expect(rows).toEqual([{ left: 0 }]);
    await eventually(shares).toEqual([0, 64]);
  });

  it('of a node that was killed are taken when its lease is over, and never before it stops trusting it', async () => {
    const doubled = watch();
    const [killed, other] = [await startNode(), await startNode()];
    await eventually(shares).toEqual([32, 32]);
    await killed.cut();
    await eventually(shares).toEqual([0, 64]);
    expect(other.held()).toEqual(SHARDS);
    expect(await doubled()).toEqual([]);
  });

  it('that a killed process left behind are taken at once by the next one that is alone', async () => {
    await storage.pool.query("UPDATE shard SET owner = 'killed', lease_until = now() + interval '1 hour'");
    const node = await startNode({ alone: true });
    expect(node.held()).toEqual(SHARDS);
  });

  it('whose lease is another node’s are left alone', async () => {
    await storage.pool.query(
      "UPDATE shard SET owner = 'other', lease_until = now() + interval '1 hour' WHERE id = 'A'",
    );
    const node = await startNode();
    expect(node.held()).toEqual(SHARDS.filter((shard) => shard !== 'A'));
  });
});

describe('a node', () => {
  it('that lost its lease notices, and does not count the time before as its own', async () => {
    const node = await startNode();
    await storage.pool.query(
      "UPDATE shard SET owner = 'other', lease_until = now() + interval '1 hour' WHERE id = 'A'",
    );
    await eventually(() => node.holds('A')).toBe(false);
    expect(node.heldForMs('A')).toBeLessThan(1);
    expect(node.heldForMs('B')).toBeGreaterThan(0);
  });

  it('whose database is away stops holding, and goes on when it is back', async () => {
    const errors: unknown[] = [];
    const node = await startNode({ onError: (error) => errors.push(error) });
    await storage.pool.query('ALTER TABLE shard RENAME TO shard_away');
    await eventually(() => node.held()).toEqual([]);
    await storage.pool.query('ALTER TABLE shard_away RENAME TO shard');
    await eventually(() => node.held()).toEqual(SHARDS);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('whose post keeps a shard from leaving keeps up all others meanwhile', async () => {
    const slow: { shard: string; end(): void }[] = [];
    const first = await startNode({
      onLeaving: ([shard = '']) =>
        slow.length > 0
          ? Promise.resolve()
          : new Promise((resolve) => {
              slow.push({ shard, end: resolve });
            }),
    });
    const second = await startNode();
    await eventually(() => second.held().length).toBe(31);
    const renewals = async () => {
      const { rows } = await storage.pool.query(
        "SELECT DISTINCT floor(extract(epoch FROM lease_until) * 20) AS until FROM shard WHERE owner = 'node-0'",
      );
      return rows.map(({ until }) => until).join();
    };
    // Longer than it would trust leases that nobody renews.
    for (let renewed = 0; renewed < 40; renewed += 1) {
      const before = await renewals();
      await eventually(renewals).not.toBe(before);
      expect(first.held()).toHaveLength(32);
    }
    const [post] = slow;
    expect(nodes.filter((node) => node.holds(post?.shard ?? ''))).toEqual([]);
    post?.end();
    await eventually(() => second.holds(post?.shard ?? '')).toBe(true);
  });
});
