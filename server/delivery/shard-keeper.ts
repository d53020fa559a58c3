import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { fairShare } from './shards.ts';

/** Which shards this node serves. */
export interface ShardKeeper {
  /** Takes the first shards; from then on the share is kept up by itself. */
  start(): Promise<void>;
  /**
   * Whether this node still holds the shard's lease. Ask right before every post: a process that was frozen
   * must not go on with a shard that others have taken. Fails closed.
   */
  holds(shard: string): boolean;
  /** For how long it has been held, in milliseconds. Posts before that were another node's. */
  heldForMs(shard: string): number;
  /** What it knows of itself and the others, for those who watch. */
  status(): ShardStatus;
  /** Gives everything back at once. Call it when nothing is under way any more. */
  stop(): Promise<void>;
}

export interface ShardStatus {
  /** How many shards may be posted for right now. */
  shards: number;
  /** The nodes that are alive, this one counted. */
  nodes: number;
  /** Since the leases were last renewed. */
  renewedAgoMs: number;
}

export interface ShardKeeperOptions {
  pool: Pool;
  nodeId: string;
  /** What its secret keys are called: nothing is encrypted with a key that a running node does not know. */
  keyNames: readonly string[];
  /** No other process uses the database: leases that a killed process left behind are void. */
  alone: boolean;
  onGained(shards: string[]): void;
  /** Ends what is under way on these shards; they are given back when it settles. */
  onLeaving(shards: string[]): Promise<void>;
  onError(error: unknown): void;
  /** The same for all nodes of a database. */
  times?: LeaseTimes;
}

export interface LeaseTimes {
  tickMs: number;
  leaseMs: number;
  /** Less than the lease: we stop before others may start. */
  trustMs: number;
}

const LEASE_TIMES: LeaseTimes = { tickMs: 2_000, leaseMs: 10_000, trustMs: 8_000 };

interface Hold {
  since: number;
  until: number;
}

/**
 * Shares the shards with the other nodes. Every two seconds one statement renews the leases that are held
 * and takes free or expired ones up to a fair share; a node with more than its share gives some back. A
 * killed node's shards are free ten seconds later.
 */
export function keepShards(options: ShardKeeperOptions): ShardKeeper {
  const { pool, nodeId, keyNames, alone, onGained, onLeaving, onError, times = LEASE_TIMES } = options;
  const holds = new Map<string, Hold>();
  const leaving = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const inTurn = createTurns();
  let renewed = { at: Number.NEGATIVE_INFINITY, nodes: 0 };

  const tick = async () => {
    const asked = performance.now();
    const { nodes, shards } = await renewLeases(pool, { nodeId, keyNames }, times.leaseMs);
    renewed = { at: asked, nodes };
    const gained = shards.filter((shard) => !holds.has(shard));
    const lost = [...holds.keys()].filter((shard) => !shards.includes(shard));
    for (const shard of lost) holds.delete(shard);
    for (const shard of shards) {
      // Counted from before the statement: the database's lease ends later than we think, never earlier.
      holds.set(shard, { since: holds.get(shard)?.since ?? asked, until: asked + times.trustMs });
    }
    if (gained.length > 0) onGained(gained);
    // More than the share is given back, one by one: a slow post keeps its own shard back, and no lease waits.
    const surplus = [...holds.keys()].filter((shard) => !leaving.has(shard)).slice(fairShare(nodes));
    for (const shard of surplus) leaving.set(shard, leave(shard).catch(onError));
  };

  const leave = async (shard: string) => {
    await onLeaving([shard]);
    await inTurn(() => release([shard]));
  };

  const release = async (shards: string[]) => {
    for (const shard of shards) {
      holds.delete(shard);
      leaving.delete(shard);
    }
    await pool.query('UPDATE shard SET owner = NULL, lease_until = NULL WHERE owner = $1 AND id = ANY($2)', [
      nodeId,
      shards,
    ]);
  };

  const run = async () => {
    while (!stopping.signal.aborted) {
      await delay(times.tickMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await inTurn(tick).catch(onError);
    }
  };

  const mayPost = (shard: string) =>
    !leaving.has(shard) && (holds.get(shard)?.until ?? 0) > performance.now();

  let running: Promise<void> | undefined;

  return {
    async start() {
      if (alone) {
        await pool.query('UPDATE shard SET owner = NULL, lease_until = NULL');
        // Or the killed process would be left a share.
        await pool.query('DELETE FROM node');
      }
      await tick();
      running = run();
    },
    holds: mayPost,
    heldForMs: (shard) => performance.now() - (holds.get(shard)?.since ?? performance.now()),
    status: () => ({
      shards: [...holds.keys()].filter(mayPost).length,
      nodes: renewed.nodes,
      renewedAgoMs: performance.now() - renewed.at,
    }),
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(leaving.values());
      await release([...holds.keys()]).catch(onError);
      await pool.query('DELETE FROM node WHERE id = $1', [nodeId]).catch(onError);
    },
  };
}

/**
 * Lets one work at a time change the leases: a renewal that read them before a release and ended after it
 * would believe in a shard that is given away.
 */
function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}

/** Says that this node is alive, renews its leases, takes what is free up to the fair share. */
async function renewLeases(
  pool: Pool,
  { nodeId, keyNames }: Pick<ShardKeeperOptions, 'nodeId' | 'keyNames'>,
  leaseMs: number,
): Promise<{ nodes: number; shards: string[] }> {
  await pool.query(
    `INSERT INTO node (id, seen_at, key_names) VALUES ($1, now(), $2)
         ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
    [nodeId, keyNames],
  );
  const { rows: counted } = await pool.query<{ nodes: number }>(
    'SELECT count(*)::int AS nodes FROM node WHERE seen_at > now() - make_interval(secs => $1)',
    [leaseMs / 1_000],
  );
  const nodes = counted[0]?.nodes ?? 1;
  const { rows } = await pool.query<{ id: string }>(
    `WITH mine AS (
       SELECT id FROM shard WHERE owner = $1 AND lease_until > now() FOR UPDATE
     ),
     taken AS (
       SELECT id
         FROM shard
        WHERE owner IS NULL OR lease_until <= now()
        ORDER BY random()
        LIMIT greatest(0, $3 - (SELECT count(*) FROM mine))
          FOR UPDATE SKIP LOCKED
     )
     UPDATE shard
        SET owner = $1, lease_until = now() + make_interval(secs => $2)
      WHERE id IN (SELECT id FROM mine UNION ALL SELECT id FROM taken)
     RETURNING id`,
    [nodeId, leaseMs / 1_000, fairShare(nodes)],
  );
  return { nodes, shards: rows.map((row) => row.id) };
}
