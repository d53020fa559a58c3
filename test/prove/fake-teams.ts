import type { Arrival } from './fake-teams/ledger.ts';
import type { Temper } from './fake-teams/misbehaviour.ts';
import type { Limit } from './fake-teams/pace-gauge.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams/server.ts';
import { answerCalls } from './rig/calls.ts';

// The fake Teams as a process of its own: what it notes outlives every node, and what it costs is its own.

export type FakeTeamsCalls = {
  /** Answers the port. */
  start(options: { seed: string; limits?: readonly Limit[] }): Promise<number>;
  /** Gives channels a temper; without one, they behave well. */
  setTemper(options: { channels: readonly number[]; temper?: Temper }): void;
  setLimits(options: { channels: readonly number[]; limits: readonly Limit[] }): void;
  remove(options: { channel: number; generation: number }): void;
  slowDown(ms: number): void;
  arrivals(): Arrival[];
  clear(): void;
  reached(pairs: number): Promise<number>;
};

let fake: FakeTeams | undefined;

function started(): FakeTeams {
  if (!fake) throw new Error('the fake Teams was not started');
  return fake;
}

answerCalls<FakeTeamsCalls>({
  async start(options) {
    fake = await startFakeTeams(options);
    return fake.port;
  },
  setTemper({ channels, temper }) {
    for (const channel of channels) started().setTemper(channel, temper);
  },
  setLimits({ channels, limits }) {
    for (const channel of channels) started().setLimits(channel, limits);
  },
  remove: ({ channel, generation }) => started().remove(channel, generation),
  slowDown: (ms) => started().slowDown(ms),
  arrivals: () => started().ledger.arrivals(),
  clear: () => started().ledger.clear(),
  reached: (pairs) => started().ledger.reached(pairs),
});
