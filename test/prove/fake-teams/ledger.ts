import type { Effect, Misbehaviour } from './misbehaviour.ts';

/** One request to a channel's webhook. */
export interface Arrival extends Effect {
  channel: number;
  /** When its headers had come, by the machine's monotonic clock in milliseconds. */
  at: number;
  /** The numbers of the events on the card; none when the body was not read. */
  numbers: number[];
  answer: 'well' | 'gone' | 'too-fast' | Misbehaviour;
}

/** What arrived, in the order of arrival. */
export interface Ledger {
  /** Notes a request that is not read yet. */
  note(channel: number, at: number): Arrival;
  /** Notes what became of a card. */
  settle(arrival: Arrival, effect: Effect): void;
  arrivals(): Arrival[];
  /** Begins anew. */
  clear(): void;
  /**
   * Resolves with the moment of the arrival that completed so many different pairs of channel and event. One
   * at a time may wait.
   */
  reached(pairs: number): Promise<number>;
}

export function createLedger(): Ledger {
  let arrivals: Arrival[] = [];
  let posted = new Map<number, Set<number>>();
  let pairs = 0;
  let lastAt = 0;
  let goal: { pairs: number; reach(at: number): void } | undefined;

  const checkGoal = () => {
    if (!goal || pairs < goal.pairs) return;
    goal.reach(lastAt);
    goal = undefined;
  };

  return {
    note(channel, at) {
      const arrival: Arrival = { channel, at, numbers: [], posted: false, told: false, answer: 'well' };
      arrivals.push(arrival);
      return arrival;
    },
    settle(arrival, effect) {
      Object.assign(arrival, effect);
      if (!effect.posted) return;
      const known = posted.get(arrival.channel) ?? new Set();
      posted.set(arrival.channel, known);
      const before = known.size;
      for (const number of arrival.numbers) known.add(number);
      if (known.size === before) return;
      pairs += known.size - before;
      lastAt = Math.max(lastAt, arrival.at);
      checkGoal();
    },
    arrivals: () => arrivals,
    clear() {
      arrivals = [];
      posted = new Map();
      pairs = 0;
      lastAt = 0;
    },
    reached(wanted) {
      return new Promise((reach) => {
        goal = { pairs: wanted, reach };
        checkGoal();
      });
    },
  };
}
