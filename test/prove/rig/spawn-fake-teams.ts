import { join } from 'node:path';
import type { Limit } from '../fake-teams/pace-gauge.ts';
import type { FakeTeamsCalls } from '../fake-teams.ts';
import { type Caller, callsTo } from './calls.ts';
import type { Workshop } from './workshop.ts';

/** The fake Teams in its own process. */
export interface SpawnedFakeTeams extends Caller<FakeTeamsCalls> {
  port: number;
}

const MODULE = join(import.meta.dirname, '../fake-teams.ts');

export async function spawnFakeTeams(
  workshop: Workshop,
  options: { seed: string; limits?: readonly Limit[] },
): Promise<SpawnedFakeTeams> {
  const caller = callsTo<FakeTeamsCalls>(workshop.fork('fake teams', MODULE), 'the fake Teams');
  return { ...caller, port: await caller.call('start', options) };
}
