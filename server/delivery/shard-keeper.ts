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
  /** Gives everything back at once. Call it when nothing is under way any more. */
  stop(): Promise<void>;
}

export interface ShardKeeperOptions {
  pool: Pool;
  nodeId: string;
  /** No other process uses the database: leases that a killed process left behind are void. */
  alone: boolean;
  onGained(shards: string[]): void;
  /** Ends what is under way on these shards; they are given back when it settles. */
  onLeaving(shards: string[]): Promise<void>;
  onError(error: unknown): void;
}

const TICK_MS = 2_000;
const LEASE_S = 10;
/** Less than the lease: we stop before others may start. */
const TRUST_MS = 8_000;

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
  const { pool, nodeId, alone, onGained, onLeaving, onError } = options;
  const holds = new Map<string, Hold>();
  const leaving = new Set<string>();
  const stopping = new AbortController();

  const tick = async () => {
    const asked = performance.now();
    const { nodes, shards } = await renewLeases(pool, nodeId);
    const gained = shards.filter((shard) => !holds.has(shard));
    const lost = [...holds.keys()].filter((shard) => !shards.includes(shard));
    for (const shard of lost) holds.delete(shard);
    for (const shard of shards) {
      // Counted from before the statement: the database's lease ends later than we think, never earlier.
      holds.set(shard, { since: holds.get(shard)?.since ?? asked, until: asked + TRUST_MS });
    }
    if (gained.length > 0) onGained(gained);
    await shed(fairShare(nodes));
  };

  /** Gives back what is more than the share. */
  const shed = async (share: number) => {
    const surplus = [...holds.keys()].filter((shard) => !leaving.has(shard)).slice(share);
    if (surplus.length === 0) return;
    for (const shard of surplus) leaving.add(shard);
    await onLeaving(surplus);
    await release(surplus);
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
      await delay(TICK_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await tick().catch(onError);
    }
  };

  let running: Promise<void> | undefined;

  return {
    async start() {
      if (alone) await pool.query('UPDATE shard SET owner = NULL, lease_until = NULL');
      await tick();
      running = run();
    },
    holds: (shard) => !leaving.has(shard) && (holds.get(shard)?.until ?? 0) > performance.now(),
    heldForMs: (shard) => performance.now() - (holds.get(shard)?.since ?? performance.now()),
    async stop() {
      stopping.abort();
      await running;
      await release([...holds.keys()]).catch(onError);
      await pool.query('DELETE FROM node WHERE id = $1', [nodeId]).catch(onError);
    },
  };
}

/** Says that this node is alive, renews its leases, takes what is free up to the fair share. */
async function renewLeases(pool: Pool, nodeId: string): Promise<{ nodes: number; shards: string[] }> {
  await pool.query(
    `INSERT INTO node (id, seen_at) VALUES ($1, now())
         ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
    [nodeId],
  );
  const { rows: counted } = await pool.query<{ nodes: number }>(
    'SELECT count(*)::int AS nodes FROM node WHERE seen_at > now() - make_interval(secs => $1)',
    [LEASE_S],
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
    [nodeId, LEASE_S, fairShare(nodes)],
  );
  return { nodes, shards: rows.map((row) => row.id) };
}
