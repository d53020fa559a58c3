import type { CardwireNode } from '../prove/rig/nodes.ts';
import type { SpawnedFakeTeams } from '../prove/rig/spawn-fake-teams.ts';
import type { BenchChannels } from './channels.ts';
import type { Floors } from './floors/floors.ts';
import type { Load } from './load.ts';
import type { BenchOptions } from './options.ts';

/** What is measured, and what it is measured with. */
export interface Subject {
  options: BenchOptions;
  floors: Floors;
  fake: SpawnedFakeTeams;
  channels: BenchChannels;
  node: CardwireNode;
  load: Load;
  /** Draws the number of the next event. */
  nextNumber(): number;
  /** Waits until nothing of the run before is under way. */
  settle(): Promise<void>;
  /** Ends the node. */
  stop(): Promise<void>;
}
