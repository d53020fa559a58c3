import { setTimeout as delay } from 'node:timers/promises';
import { monotonicMs } from '../prove/rig/clock.ts';
import type { SpawnedFakeTeams } from '../prove/rig/spawn-fake-teams.ts';

/** A measurement that takes longer has gone wrong. */
const PATIENCE_MS = 600_000;

/**
 * Runs `work` and answers how long it took from its start to the arrival that completed so many different
 * pairs of channel and event, in milliseconds. Throws when they do not come.
 */
export async function untilArrived(
  fake: SpawnedFakeTeams,
  pairs: number,
  work: () => Promise<unknown>,
): Promise<number> {
  await fake.call('clear');
  const patience = new AbortController();
  const tooLong = delay(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
    throw new Error(`not all of ${pairs} cards arrived within ${PATIENCE_MS / 1_000} s`);
  });
  tooLong.catch(() => {});
  const start = monotonicMs();
  try {
    const arrived = fake.call('reached', pairs);
    // When the work fails, nobody waits for it any more.
    arrived.catch(() => {});
    await Promise.race([work(), tooLong]);
    return (await Promise.race([arrived, tooLong])) - start;
  } finally {
    patience.abort();
  }
}
