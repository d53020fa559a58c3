import { quietForMs, STORM_INTERVAL_MS } from './lane-step.ts';
import type { LaneView, Waiting } from './lane-view.ts';
import { capacity, type PaceWindow } from './pace.ts';
import { postableAt } from './schedule.ts';

/** Why a delivery waits: the first of these that holds. */
type WaitCode =
  | 'paused'
  | 'broken'
  | 'no-destination'
  | 'retry'
  | 'catch-up'
  | 'schedule'
  | 'quiet-hours'
  | 'storm'
  | 'pace';

export interface Wait {
  code: WaitCode;
  /** When it may go on; undefined: when somebody acts, or as soon as those before it are through. */
  until: Date | undefined;
}

/**
 * Tells why a delivery of a channel waits, in the order in which lane-step.ts decides. `backlog` is how many
 * wait, urgent ones not counted.
 */
export function whyWaiting(
  view: LaneView,
  delivery: Pick<Waiting, 'id' | 'urgent' | 'acceptedAt'>,
  backlog: number,
  windows: readonly PaceWindow[],
): Wait {
  // The database counts in microseconds: cut down, nine o'clock would read 8:59.
  const after = (ms: number) => new Date(Math.ceil(view.now.getTime() + Math.max(0, ms)));
  if (view.state === 'paused') {
    return { code: 'paused', until: view.pausedForMs === undefined ? undefined : after(view.pausedForMs) };
  }
  if (view.state !== 'active') return { code: 'broken', until: undefined };
  if (!view.destination) return { code: 'no-destination', until: undefined };
  if (view.heldForMs > 0) return { code: 'retry', until: after(view.heldForMs) };
  if (delivery.urgent) return { code: 'pace', until: undefined };
  const quiet = quietForMs(view);
  const quietHours: Wait = { code: 'quiet-hours', until: after(quiet) };
  if (view.catchUpTo !== undefined && delivery.id <= view.catchUpTo) {
    return quiet > 0 ? quietHours : { code: 'catch-up', until: undefined };
  }
  const due = postableAt(view.timing, delivery.acceptedAt);
  if (due > view.now) {
    return { code: view.timing.schedule.kind === 'immediately' ? 'quiet-hours' : 'schedule', until: due };
  }
  if (quiet > 0) return quietHours;
  if (
    view.timing.schedule.kind === 'immediately' &&
    backlog > capacity(windows, view.gapMs, STORM_INTERVAL_MS)
  ) {
    return { code: 'storm', until: after(STORM_INTERVAL_MS - (view.foldedAgoMs ?? STORM_INTERVAL_MS)) };
  }
  return { code: 'pace', until: undefined };
}
