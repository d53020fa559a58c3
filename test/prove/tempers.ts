import type { Temper } from './fake-teams/misbehaviour.ts';

/** What Cardwire gets over within seconds. */
export const QUICK_TEMPER: Temper = {
  shares: {
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
  },
  inARow: 1,
};

/** With what costs a channel half a minute (no answer) or a whole one (429), and rarer, so that all still arrives. */
export const FULL_TEMPER: Temper = {
  shares: {
    throttled: 0.003,
    'throttled-seconds': 0.003,
    'throttled-date': 0.003,
    'hidden-429': 0.004,
    'hidden-500': 0.01,
    'reset-unread': 0.01,
    'reset-read': 0.015,
    'reset-half-answer': 0.01,
    'half-open': 0.004,
    'slow-drip': 0.01,
    redirect: 0.005,
    'status-500': 0.01,
    'status-502': 0.005,
    'status-503': 0.01,
    'huge-body': 0.004,
  },
  inARow: 3,
};
