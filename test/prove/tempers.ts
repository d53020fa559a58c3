import type { Temper } from './fake-teams/misbehaviour.ts';

/** What Cardwire gets over within seconds. */
const PASSING: Temper['shares'] = {
  'hidden-500': 0.02,
  'reset-unread': 0.02,
  'reset-read': 0.03,
  'reset-half-answer': 0.02,
  'slow-drip': 0.02,
  redirect: 0.01,
  'status-500': 0.02,
  'status-502': 0.01,
  'status-503': 0.02,
  'huge-body': 0.01,
};

/** What costs a channel half a minute (no answer) or a whole one (429): rarer, so that all still arrives. */
const LASTING: Temper['shares'] = {
  throttled: 0.003,
  'throttled-seconds': 0.003,
  'throttled-date': 0.003,
  'hidden-429': 0.004,
  'half-open': 0.004,
};

/** For a quick run, in which few requests must meet many faults. */
export const QUICK_TEMPER: Temper = {
  shares: scaled(PASSING, 2),
  inARow: 1,
};

/** For a full run, while events flow. */
export const FULL_TEMPER: Temper = { shares: { ...scaled(PASSING, 0.5), ...LASTING }, inARow: 3 };

/** For a full run, when no more events come and what waits must arrive. */
export const LATE_TEMPER: Temper = { shares: PASSING, inARow: 1 };

function scaled(shares: Temper['shares'], factor: number): Temper['shares'] {
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, factor * share]));
}
