import type { LaneView, Waiting } from '../../../server/delivery/lane-view.ts';

export const NOON = new Date('2026-11-21T12:00:00Z');

/** A delivery that was accepted a second before noon; `change` is what differs. */
export function waiting(id: number, change: Partial<Waiting> = {}): Waiting {
  return {
    id: BigInt(id),
    eventId: BigInt(id),
    tries: 0,
    urgent: false,
    acceptedAt: new Date(NOON.getTime() - 1_000),
    ...change,
  };
}

/** An active channel that wants to be told immediately, at noon; `change` is what differs. */
export function laneView(change: Partial<LaneView> = {}): LaneView {
  return {
    id: 'A'.repeat(22),
    now: NOON,
    state: 'active',
    pausedForMs: undefined,
    heldForMs: 0,
    foldedAgoMs: undefined,
    catchUpTo: undefined,
    gapMs: 0,
    timing: { schedule: { kind: 'immediately' }, timeZone: 'UTC' },
    language: 'en',
    destination: { kind: 'workflow', sealedUrl: 'sealed' },
    waiting: [waiting(1)],
    more: false,
    ...change,
  };
}
