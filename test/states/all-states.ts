import { CHANNEL_STATES } from './channel-states.ts';
import { CONFIG_STATES } from './config-states.ts';
import { CONNECT_STATES } from './connect-states.ts';
import { OPERATE_STATES } from './operate-states.ts';
import { OTHER_STATES } from './other-states.ts';
import { SETTINGS_STATES } from './settings-states.ts';
import type { State } from './state.ts';

/** Every state of every page, but for the sandbox's. */
export const ALL_STATES: readonly State[] = [
  ...CONFIG_STATES,
  ...SETTINGS_STATES,
  ...CHANNEL_STATES,
  ...OTHER_STATES,
  ...CONNECT_STATES,
  ...OPERATE_STATES,
];
