import { actionCommands } from './actions.ts';
import { codeCommands } from './code.ts';
import type { Command } from './command.ts';
import { configurationCommands } from './configurations.ts';
import { deliveryCommands } from './deliveries.ts';
import { eraseCommands } from './erase.ts';
import { figureCommands } from './figures.ts';
import { keyCommands } from './keys.ts';
import { replayCommands } from './replay.ts';
import { secretCommands } from './secrets.ts';
import { trailCommands } from './trail.ts';

/** All there are, as help shows them. */
export const COMMANDS: readonly Command[] = [
  ...figureCommands,
  ...configurationCommands,
  ...codeCommands,
  ...deliveryCommands,
  ...replayCommands,
  ...keyCommands,
  ...trailCommands,
  ...eraseCommands,
  ...actionCommands,
  ...secretCommands,
];
