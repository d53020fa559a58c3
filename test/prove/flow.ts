import { setTimeout as delay } from 'node:timers/promises';
import type { Disruption } from './judge/evidence.ts';
import type { PlannedChannel, PlannedDisruption } from './plan.ts';
import { monotonicMs } from './rig/clock.ts';
import { createRandom } from './rig/random.ts';
import type { Scene } from './scene.ts';

/** Tells people what is going on. */
export type Say = (line: string) => void;

/** Sends, kills and removes at the planned moments; resolves when all of it is over. */
export async function flow(
  { plan, fake, fleet, database, sender }: Scene,
  seed: string,
  say: Say,
): Promise<Disruption[]> {
  const start = monotonicMs();
  const at = (ms: number) => delay(Math.max(0, start + ms - monotonicMs()));
  const disruptions: Disruption[] = [];
  const random = createRandom(`${seed}: which node`);
  const everyNode = Array.from({ length: fleet.size }, (_, index) => index);

  const disrupt = async ({ atMs, kind, downMs }: PlannedDisruption) => {
    await at(atMs);
    disruptions.push({ kind, at: monotonicMs() });
    say(`${(atMs / 1_000).toFixed(1)} s: kill -9 of ${NAMES[kind]}`);
    if (kind === 'database') {
      database.kill();
      await delay(downMs);
      await database.restart();
    } else {
      await fleet.kill(kind === 'node' ? [random.pick(everyNode)] : everyNode, downMs);
    }
  };
  const die = async ({ channel, diesAtMs }: PlannedChannel) => {
    await at(diesAtMs);
    await fake.call('remove', { channel, generation: 0 });
  };

  await Promise.all([
    ...plan.requests.map(async (request) => {
      await at(request.atMs);
      await sender.send(request);
    }),
    ...plan.disruptions.map(disrupt),
    ...plan.channels.filter(({ character }) => character === 'dying').map(die),
  ]);
  return disruptions;
}

const NAMES = { node: 'a node', 'all nodes': 'all nodes', database: 'the database' };
