import { CHANNEL_STATES } from './channel-states.ts';
import { CONFIG_STATES } from './config-states.ts';
import { OTHER_STATES } from './other-states.ts';
import type { State } from './state.ts';

/** Every state of every page in Teams. */
export const ALL_STATES: readonly State[] = [...CONFIG_STATES, ...CHANNEL_STATES, ...OTHER_STATES];
