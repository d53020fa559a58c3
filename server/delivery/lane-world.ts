import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Poster } from '../destinations/post.ts';
import { createBatcher } from '../storage/batcher.ts';
import type { Vault } from '../storage/vault.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { AttemptReport } from './attempt-report.ts';
import { countBacklog } from './backlog.ts';
import { type Bodies, CardError } from './bodies.ts';
import { readFold } from './fold.ts';
import type { Gate } from './gate.ts';
import type { LaneWorld, Posted } from './lane.ts';
import { type LaneView, readerOf, readLanes, type Waiting } from './lane-view.ts';
import { consequenceOf } from './outcome.ts';
import { afterPost, type Pace, type PaceWindow } from './pace.ts';
import { createRecentPosts } from './recent-posts.ts';
import { type AttemptRecord, recordAttempts, recordFold } from './record.ts';
import { endPause } from './resume.ts';

export interface LaneWorldOptions {
  pool: Pool;
  vault: Vault;
  poster: Poster;
  bodies: Bodies;
  windows: readonly PaceWindow[];
  /** Limits the posts that are under way on this node. */
  gate: Gate;
  mayPost(configurationId: string): boolean;
  /** For how long this node has served the channel's shard. */
  heldForMs(configurationId: string): number;
  mayNap(): boolean;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
  signal: AbortSignal;
  onAttempt(report: AttemptReport): void;
  onError(error: unknown): void;
}

/** A lane that rests for so long is forgotten, and with it what it remembers of its pace. */
export const FORGET_MS = 60_000;
/**
 * The most lanes or attempts of one statement. One statement at a time: what comes meanwhile shares the next, and
 * planning two small ones costs PostgreSQL more than one that is twice as large.
 */
const READ_BATCH = { size: 250, concurrency: 1 };
const RECORD_BATCH = { size: 250, concurrency: 1 };
/** While the database is away an attempt that was made is kept in memory, and written once it is back. */
const RECORD_RETRY_MS = 500;

/** What lanes need, on the real database and the real network. */
export function createLaneWorld(options: LaneWorldOptions): LaneWorld {
  const { pool, bodies, windows, gate, signal, onError } = options;

  const read = createBatcher<string, LaneView | undefined>(async (ids) => {
    const views = await readLanes(pool, ids);
    return ids.map((id) => views.get(id));
  }, READ_BATCH);

  const recentPosts = createRecentPosts(pool, Math.max(...windows.map(({ posts }) => posts)));

  const record = createBatcher<AttemptRecord, void>(async (records) => {
    await recordAttempts(pool, records);
    return records.map(() => undefined);
  }, RECORD_BATCH);

  /** An attempt that was made must be written: else its card would be posted again. */
  const untilWritten = async (write: () => Promise<void>) => {
    while (true) {
      try {
        return await write();
      } catch (error) {
        onError(error);
        if (signal.aborted) return;
        await delay(RECORD_RETRY_MS, undefined, { signal }).catch(() => {});
      }
    }
  };

  /** Posts a body unless the node lost the lane or stops; undefined then, and nothing happened. */
  const send = (view: LaneView, body: string) =>
    gate.pass(async () => {
      if (!options.mayPost(view.id) || signal.aborted) return undefined;
      const made = await attempt(options, view, body, signal);
      // A stop that cuts a post leaves the delivery as it was: the next node repeats it.
      if (signal.aborted && made.status === undefined) return undefined;
      return made;
    });

  /** A card that cannot be made is parked as failed, and the channel goes on. */
  const sendEvent = async (view: LaneView, { eventId }: Waiting) => {
    if (!view.destination) return undefined;
    let body: string;
    try {
      body = await bodies.ofEvent(eventId, readerOf(view, view.destination), view.id);
    } catch (error) {
      // A database that is away is no fault of the card: the delivery keeps waiting.
      if (!(error instanceof CardError)) throw error;
      onError(error);
      return cardFailed();
    }
    return send(view, body);
  };

  const conclude = (
    view: LaneView,
    head: Waiting,
    { kind, eventIds }: Pick<AttemptReport, 'kind' | 'eventIds'>,
    made: Attempt,
    pace: Pace,
  ) => {
    const throttled = made.judgement.retryAfterMs !== undefined;
    const next = afterPost(pace, windows, made.endedAt, throttled);
    const entry: AttemptRecord = {
      configurationId: view.id,
      deliveryId: head.id,
      sealedUrl: view.destination?.sealedUrl ?? '',
      startedAgoMs: performance.now() - made.startedAt,
      durationMs: Math.round(made.endedAt - made.startedAt),
      status: made.status,
      judgement: made.judgement,
      consequence: consequenceOf(made.judgement, head.tries + 1, options.random()),
      gapMs: next.gapMs === pace.gapMs ? undefined : next.gapMs,
    };
    const { holdMs, broken } = entry.consequence;
    options.onAttempt({
      configurationId: view.id,
      kind,
      attempt: made,
      tries: head.tries + 1,
      willRetry: holdMs !== undefined,
      // Between two clocks, the database's and ours: good enough to watch by, so nothing decides by it.
      sinceAcceptanceMs: Math.max(0, options.now().getTime() - head.acceptedAt.getTime()),
      eventIds,
    });
    const posted: Posted = { pace: next, goesOn: holdMs === undefined && !broken };
    return { entry, posted };
  };

  return {
    windows,
    read,
    countBacklog: (id, limit) => countBacklog(pool, id, limit),

    async startPace(view) {
      const longest = Math.max(...windows.map(({ ms }) => ms));
      const fresh = { endedAt: [], gapMs: view.gapMs };
      const alone = options.heldForMs(view.id) > longest;
      // What this node posted itself within shorter windows it would still remember.
      if (alone && longest <= FORGET_MS) return fresh;
      const endedAt = await recentPosts(view.id);
      // Another node may have posted just now, and died before it could write down its last post.
      return { endedAt: alone ? endedAt : [...endedAt, performance.now()], gapMs: view.gapMs };
    },

    mayPost: options.mayPost,
    mayNap: options.mayNap,

    async post(view, delivery, pace) {
      const made = await sendEvent(view, delivery);
      if (!made) return { pace, goesOn: false };
      const { entry, posted } = conclude(
        view,
        delivery,
        { kind: 'single', eventIds: [delivery.eventId] },
        made,
        pace,
      );
      await untilWritten(() => record(entry));
      return posted;
    },

    async fold(view, { kind, upTo }, pace) {
      const [head] = view.waiting;
      const fold = await readFold(pool, bodies, view, kind, upTo);
      if (!head || !fold) return { pace, goesOn: true };
      const made = await send(view, fold.body);
      if (!made) return { pace, goesOn: false };
      const eventIds = view.waiting.filter(({ urgent }) => !urgent).map(({ eventId }) => eventId);
      const { entry, posted } = conclude(view, head, { kind, eventIds }, made, pace);
      await untilWritten(() => recordFold(pool, { ...entry, kind, deliveryIds: fold.deliveryIds }));
      return posted;
    },

    resume: (view) => endPause(pool, view.id),
    sleep: (ms) => delay(ms, undefined, { signal }).catch(() => {}),
    clock: () => performance.now(),
  };
}

/** Stands for the attempt at a card that could not be made. */
function cardFailed(): Attempt {
  const at = performance.now();
  const words = "The card could not be made. The server's log has more.";
  return { startedAt: at, endedAt: at, status: undefined, judgement: { verdict: 'card_wrong', words } };
}
