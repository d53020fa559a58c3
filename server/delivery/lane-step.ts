import type { LaneView, Waiting } from './lane-view.ts';
import { capacity, type PaceWindow } from './pace.ts';
import { isDigest, postableAt } from './schedule.ts';

/** How deliveries are summed up on one card. */
export type FoldKind = 'storm' | 'digest' | 'catch_up';

/** What to do next for a channel. */
export type Step =
  /** Nothing until somebody wakes the lane. */
  | { do: 'rest' }
  /** Look again after `ms`. */
  | { do: 'wait'; ms: number }
  /** The time of a pause is over. */
  | { do: 'resume' }
  | { do: 'post'; delivery: Waiting }
  /** One card for everything that waits, up to and with this delivery; urgent ones excepted. */
  | { do: 'fold'; kind: FoldKind; upTo: bigint | undefined };

/** A storm is summed up once in this time. */
export const STORM_INTERVAL_MS = 60_000;

const AT_ONCE = { kind: 'immediately' } as const;

/**
 * Decides what a channel's next step is. `backlog` is how many deliveries wait, urgent ones not counted.
 *
 * Urgent events pass schedule, quiet hours and storm, but no pause and no hold. A storm is when more waits
 * than the pace lets through within a minute.
 */
export function nextStep(view: LaneView, backlog: number, windows: readonly PaceWindow[]): Step {
  const [head] = view.waiting;
  if (view.state === 'paused') return pausedStep(view.pausedForMs);
  if (view.state !== 'active' || !view.destination || !head) return { do: 'rest' };
  if (view.heldForMs > 0) return { do: 'wait', ms: view.heldForMs };
  if (head.urgent) return { do: 'post', delivery: head };

  const quiet = quietForMs(view);
  if (quiet > 0) return { do: 'wait', ms: quiet };
  const alone = view.waiting.length === 1 && !view.more;
  if (view.catchUpTo !== undefined && head.id <= view.catchUpTo) {
    return alone ? { do: 'post', delivery: head } : { do: 'fold', kind: 'catch_up', upTo: view.catchUpTo };
  }
  const due = postableAt(view.timing, head.acceptedAt).getTime() - view.now.getTime();
  if (due > 0) return { do: 'wait', ms: due };
  if (isDigest(view.timing.schedule)) {
    return alone ? { do: 'post', delivery: head } : { do: 'fold', kind: 'digest', upTo: undefined };
  }
  if (backlog > capacity(windows, view.gapMs, STORM_INTERVAL_MS)) {
    const rest = STORM_INTERVAL_MS - (view.foldedAgoMs ?? STORM_INTERVAL_MS);
    return rest > 0 ? { do: 'wait', ms: rest } : { do: 'fold', kind: 'storm', upTo: undefined };
  }
  return { do: 'post', delivery: head };
}

/**
 * For how long the quiet hours last that it is now, in milliseconds; 0 when it is none. What was held up by
 * a failure, a pause or a restart must not come out within them.
 */
export function quietForMs({ timing, now }: LaneView): number {
  return postableAt({ ...timing, schedule: AT_ONCE }, now).getTime() - now.getTime();
}

function pausedStep(pausedForMs: number | undefined): Step {
  if (pausedForMs === undefined) return { do: 'rest' };
  return pausedForMs > 0 ? { do: 'wait', ms: pausedForMs } : { do: 'resume' };
}
