import { nextStep, type Step } from './lane-step.ts';
import type { LaneView, Waiting } from './lane-view.ts';
import { capacity, nextPostAt, type Pace, type PaceWindow } from './pace.ts';

/** What a lane needs from the engine. */
export interface LaneWorld {
  windows: readonly PaceWindow[];
  /** Undefined when the configuration is gone. */
  read(id: string): Promise<LaneView | undefined>;
  countBacklog(id: string, limit: number): Promise<number>;
  /** How a lane that was not in memory begins: what others may have posted lately counts. */
  startPace(view: LaneView): Promise<Pace>;
  /** Whether this node may still post for the lane. */
  mayPost(id: string): boolean;
  /** Whether short pauses may be slept through: no other lane waits for the place. */
  mayNap(): boolean;
  /** Posts one delivery and writes it down. */
  post(view: LaneView, delivery: Waiting, pace: Pace): Promise<Posted>;
  /** Posts one card for many deliveries and writes it down. */
  fold(view: LaneView, step: Extract<Step, { do: 'fold' }>, pace: Pace): Promise<Posted>;
  /** The time of a pause is over: makes the configuration active, as its people chose. */
  resume(view: LaneView): Promise<void>;
  /** Waits; ends early when the node stops. */
  sleep(ms: number): Promise<void>;
  /** Milliseconds of a monotonic clock. */
  clock(): number;
}

/** What a post leaves behind for its lane. */
export interface Posted {
  pace: Pace;
  /** The channel's queue goes on at once; else it waits to be looked at again. */
  goesOn: boolean;
}

/** A channel with work, in this node's memory. */
export interface Lane {
  id: string;
  pace: Pace | undefined;
  /** Something changed since it was read. */
  woken: boolean;
}

/**
 * Pauses up to this are slept through, unless another lane waits for the place; longer ones end the run, and
 * a timer begins the next.
 */
const NAP_MS = 1_500;

/**
 * Serves a lane until nothing is due. Answers after how many milliseconds to look again; undefined means:
 * when it is woken.
 *
 * A lane is read with its next few deliveries. Whoever changes it wakes it, and it is read again before its
 * next post; so what was read is never more than one post old.
 */
export async function serve(world: LaneWorld, lane: Lane): Promise<number | undefined> {
  while (world.mayPost(lane.id)) {
    lane.woken = false;
    const view = await world.read(lane.id);
    if (!view) return undefined;
    lane.pace ??= await world.startPace(view);
    const wait = await serveView(world, lane, lane.pace, view);
    if (wait !== 'read again') return lane.woken ? 0 : wait;
  }
  return undefined;
}

async function serveView(
  world: LaneWorld,
  lane: Lane,
  startPace: Pace,
  view: LaneView,
): Promise<number | undefined | 'read again'> {
  const readAt = world.clock();
  const backlog = view.more
    ? await world.countBacklog(lane.id, capacity(world.windows, view.gapMs, 60_000) + 1)
    : countCalm(view.waiting);
  let pace = startPace;
  for (let taken = 0; ; taken += 1) {
    const seen = aged(view, taken, world.clock() - readAt);
    const step = nextStep(seen, backlog - countCalm(view.waiting.slice(0, taken)), world.windows);
    // A lane that may not be served (paused, broken) rests with all that was read; one that ran dry reads on.
    if (step.do === 'rest') return view.more && seen.waiting.length === 0 ? 'read again' : undefined;
    if (step.do === 'wait') return step.ms;
    if (step.do === 'resume') {
      await world.resume(view);
      return 'read again';
    }
    const pause = restOf(world, pace);
    if (pause > NAP_MS || (pause > 0 && !world.mayNap())) return pause;
    // A timer may fire a moment early, and a moment is enough to pass Teams' window: the pace is asked again.
    for (let rest = pause; rest > 0 && world.mayPost(lane.id); rest = restOf(world, pace)) {
      await world.sleep(Math.ceil(rest));
    }
    if (lane.woken || !world.mayPost(lane.id)) return 'read again';

    const posted =
      step.do === 'post' ? await world.post(seen, step.delivery, pace) : await world.fold(seen, step, pace);
    pace = posted.pace;
    lane.pace = pace;
    if (!posted.goesOn || step.do === 'fold' || lane.woken) return 'read again';
  }
}

/** How many are not urgent: those make the backlog. */
function countCalm(waiting: readonly Waiting[]): number {
  return waiting.filter(({ urgent }) => !urgent).length;
}

/** How long the pace lets the next post wait, in milliseconds. */
function restOf({ windows, clock }: LaneWorld, pace: Pace): number {
  return nextPostAt(pace, windows) - clock();
}

/** The view after some of its deliveries were posted and some time has passed. */
function aged(view: LaneView, taken: number, elapsedMs: number): LaneView {
  return {
    ...view,
    now: new Date(view.now.getTime() + elapsedMs),
    heldForMs: Math.max(0, view.heldForMs - elapsedMs),
    waiting: view.waiting.slice(taken),
  };
}
