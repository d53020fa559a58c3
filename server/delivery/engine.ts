import { setTimeout as delay } from 'node:timers/promises';
import { findWaiting } from './backlog.ts';
import { createGate } from './gate.ts';
import { type Lane, serve } from './lane.ts';
import { createLaneWorld, FORGET_MS, type LaneWorldOptions } from './lane-world.ts';
import { keepShards, type LeaseTimes, type ShardStatus } from './shard-keeper.ts';
import { SHARDS, shardOf } from './shards.ts';
import { openWakeChannel } from './wake-channel.ts';

/** Delivers what is due, on this node's share of the channels. */
export interface Engine {
  /** These configurations have work, or were changed. Never throws: what is lost here, the sweep finds. */
  wake(configurationIds: readonly string[]): Promise<void>;
  status(): EngineStatus;
  /** Takes no more work, waits for the posts under way, gives its share to the other nodes. */
  stop(): Promise<void>;
}

/** What the engine does right now, for those who watch. */
export interface EngineStatus extends ShardStatus {
  /** Channels in memory. */
  lanes: number;
  /** Posts that wait for their answer. */
  posts: number;
  stopping: boolean;
}

export interface EngineOptions
  extends Omit<LaneWorldOptions, 'gate' | 'mayPost' | 'heldForMs' | 'mayNap' | 'signal'> {
  databaseUrl: string;
  nodeId: string;
  /** No other process uses the database. */
  alone: boolean;
  /** How the nodes share the channels in time; the same for all of them. */
  times?: LeaseTimes;
}

/** Posts under way on one node: several hundred, so that slow destinations do not slow the others. */
const POSTS_AT_A_TIME = 512;
/**
 * Lanes that are served side by side; the others wait as a name only. Enough to keep all posts under way, and
 * an event for a hundred thousand channels takes no more memory than one for a thousand.
 */
const LANES_AT_A_TIME = 512;
/** What a lost wake-up costs at the most. */
const SWEEP_MS = 5_000;
/** An error that nobody foresaw costs its lane this pause, and no other lane anything. */
const ERROR_PAUSE_MS = 5_000;
/** A stop gives posts under way this time before it cuts them. */
const STOP_PATIENCE_MS = 7_000;
/** Node's timers take no more; a lane that waits longer looks again and finds the rest of its wait. */
const LONGEST_TIMER_MS = 3_600_000;

interface Entry extends Lane {
  /** The run that serves it, while one does. */
  run: Promise<void> | undefined;
  /** Nothing was due when it was last served. */
  resting: boolean;
  timer: NodeJS.Timeout | undefined;
}

/**
 * The life of a lane: it is unknown until its configuration is woken; then one run serves it until nothing
 * is due; then it waits for its timer or the next wake-up, and is forgotten after a minute of rest.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { pool, onError } = options;
  const lanes = new Map<string, Entry>();
  const cutting = new AbortController();
  const stopping = new AbortController();

  const keeper = keepShards({
    ...options,
    keyNames: options.vault.keyNames,
    onGained: (shards) => void sweep(shards),
    onLeaving: async (shards) => {
      const leaving = [...lanes.values()].filter((lane) => shards.includes(shardOf(lane.id)));
      await Promise.all(leaving.map((lane) => lane.run));
      for (const lane of leaving) forget(lane);
    },
  });
  const gate = createGate(POSTS_AT_A_TIME);
  const admission = createGate(LANES_AT_A_TIME);
  const world = createLaneWorld({
    ...options,
    gate,
    mayPost: (id) => !stopping.signal.aborted && keeper.holds(shardOf(id)),
    heldForMs: (id) => keeper.heldForMs(shardOf(id)),
    mayNap: () => !admission.crowded(),
    signal: cutting.signal,
  });
  const channel = openWakeChannel({
    ...options,
    onWake: (ids) => ids.filter((id) => keeper.holds(shardOf(id))).forEach(touch),
    // The sweep leaves out lanes that wait for their time, and it may have come while nobody listened.
    onListening: () => [...lanes.keys()].forEach(touch),
  });

  function touch(id: string): void {
    let lane = lanes.get(id);
    if (!lane) {
      lane = { id, pace: undefined, woken: false, run: undefined, resting: false, timer: undefined };
      lanes.set(id, lane);
    }
    lane.woken = true;
    if (!lane.run) begin(lane);
  }

  function begin(lane: Entry): void {
    if (stopping.signal.aborted) return;
    clearTimeout(lane.timer);
    lane.run = runLane(lane).then((wait) => {
      lane.run = undefined;
      lane.resting = wait === undefined && !lane.woken;
      if (!keeper.holds(shardOf(lane.id))) forget(lane);
      else if (lane.woken) begin(lane);
      else if (wait === undefined) lane.timer = after(FORGET_MS, () => forget(lane));
      else lane.timer = after(wait, () => begin(lane));
    });
  }

  async function runLane(lane: Entry): Promise<number | undefined> {
    try {
      return await admission.pass(() => serve(world, lane));
    } catch (error) {
      onError(error);
      lane.woken = false;
      return ERROR_PAUSE_MS;
    }
  }

  function forget(lane: Entry): void {
    clearTimeout(lane.timer);
    if (!lane.run) lanes.delete(lane.id);
  }

  async function sweep(shards: readonly string[]): Promise<void> {
    try {
      const found = await findWaiting(pool, shards);
      // One that is being served, or waits for its time, was not missed.
      for (const id of found) if (lanes.get(id)?.resting ?? true) touch(id);
    } catch (error) {
      onError(error);
    }
  }

  const sweepForEver = async () => {
    while (!stopping.signal.aborted) {
      await delay(SWEEP_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await sweep(SHARDS.filter((shard) => keeper.holds(shard)));
    }
  };
  try {
    await keeper.start();
  } catch (error) {
    await channel.close();
    throw error;
  }
  const sweeping = sweepForEver();

  return {
    async wake(configurationIds) {
      const foreign: string[] = [];
      for (const id of configurationIds) {
        if (keeper.holds(shardOf(id))) touch(id);
        else foreign.push(id);
      }
      if (foreign.length > 0) await channel.send(foreign);
    },
    status: () => ({
      ...keeper.status(),
      lanes: lanes.size,
      posts: gate.inside(),
      stopping: stopping.signal.aborted,
    }),
    async stop() {
      stopping.abort();
      for (const lane of lanes.values()) clearTimeout(lane.timer);
      const patience = setTimeout(() => cutting.abort(), STOP_PATIENCE_MS);
      await Promise.all([...lanes.values()].map((lane) => lane.run));
      clearTimeout(patience);
      cutting.abort();
      await sweeping;
      await channel.close();
      await keeper.stop();
    },
  };
}

function after(ms: number, work: () => void): NodeJS.Timeout {
  return setTimeout(work, Math.min(Math.max(ms, 1), LONGEST_TIMER_MS));
}
