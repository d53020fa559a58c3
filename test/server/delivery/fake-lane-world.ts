import { type Lane, type LaneWorld, serve } from '../../../server/delivery/lane.ts';
import { type LaneView, VIEW_SIZE, type Waiting } from '../../../server/delivery/lane-view.ts';
import { afterPost, FRESH_PACE, type PaceWindow } from '../../../server/delivery/pace.ts';
import { laneView, NOON } from './lane-views.ts';

/** What a lane did, with the virtual time in milliseconds. */
export type Deed =
  | { at: number; did: 'read' | 'resume' }
  | { at: number; did: 'post'; id: number }
  | { at: number; did: 'fold'; ids: number[] };

export interface FakeLaneWorld {
  world: LaneWorld;
  lane: Lane;
  deeds: Deed[];
  /** What the database says of the channel; its queue and clock are added to it. */
  row: Partial<LaneView>;
  /** Undefined once the configuration is gone. */
  queue: Waiting[] | undefined;
  /** Milliseconds from now until the hold ends. */
  hold(ms: number): void;
  mayPost: boolean;
  mayNap: boolean;
  /** How the next posts end; when used up, they go well. */
  outcomes: { throttled?: boolean; holdMs?: number; during?(): void }[];
  /** Serves, and serves again whenever the lane asks for it, until it waits to be woken. */
  serveAll(): Promise<void>;
}

export const POST_MS = 30;

/** A world with a virtual clock: sleeping and posting move it. */
export function fakeLaneWorld(windows: readonly PaceWindow[], queue: Waiting[]): FakeLaneWorld {
  let now = 0;
  let heldUntil = 0;
  const fake: FakeLaneWorld = {
    lane: { id: laneView().id, pace: undefined, woken: false },
    deeds: [],
    row: {},
    queue,
    hold(ms) {
      heldUntil = now + ms;
    },
    mayPost: true,
    mayNap: true,
    outcomes: [],
    async serveAll() {
      for (;;) {
        const wait = await serve(fake.world, fake.lane);
        if (wait === undefined) return;
        now += wait;
      }
    },
    world: {
      windows,
      async read() {
        fake.deeds.push({ at: now, did: 'read' });
        if (!fake.queue) return undefined;
        return laneView({
          now: new Date(NOON.getTime() + now),
          heldForMs: Math.max(0, heldUntil - now),
          ...fake.row,
          waiting: fake.queue.slice(0, VIEW_SIZE),
          more: fake.queue.length > VIEW_SIZE,
        });
      },
      countBacklog: async (_id, limit) =>
        Math.min(limit, fake.queue?.filter(({ urgent }) => !urgent).length ?? 0),
      startPace: async ({ gapMs }) => ({ ...FRESH_PACE, gapMs }),
      mayPost: () => fake.mayPost,
      mayNap: () => fake.mayNap,
      async post(_view, delivery, pace) {
        fake.deeds.push({ at: now, did: 'post', id: Number(delivery.id) });
        return settle([delivery], pace);
      },
      async fold(_view, { upTo }, pace) {
        const folded = (fake.queue ?? []).filter(({ id, urgent }) => !urgent && id <= (upTo ?? id));
        fake.deeds.push({ at: now, did: 'fold', ids: folded.map(({ id }) => Number(id)) });
        return settle(folded, pace);
      },
      async resume() {
        fake.deeds.push({ at: now, did: 'resume' });
        fake.row = { ...fake.row, state: 'active' };
      },
      async sleep(ms) {
        now += ms;
      },
      clock: () => now,
    },
  };

  function settle(carried: readonly Waiting[], pace: Parameters<LaneWorld['post']>[2]) {
    const { throttled = false, holdMs, during } = fake.outcomes.shift() ?? {};
    now += POST_MS;
    during?.();
    if (holdMs === undefined) fake.queue = fake.queue?.filter((delivery) => !carried.includes(delivery));
    else fake.hold(holdMs);
    return { pace: afterPost(pace, windows, now, throttled), goesOn: holdMs === undefined };
  }
  return fake;
}
