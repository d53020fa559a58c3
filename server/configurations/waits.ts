import type { Pool } from 'pg';
import { countBacklog } from '../delivery/backlog.ts';
import { STORM_INTERVAL_MS } from '../delivery/lane-step.ts';
import { readLanes } from '../delivery/lane-view.ts';
import { capacity, type PaceWindow } from '../delivery/pace.ts';
import { type Wait, whyWaiting } from '../delivery/why-waiting.ts';
import type { Delivery } from '../storage/generated/client.ts';

/** Why deliveries of one configuration wait, by their ids; none of those that do not. */
export async function readWaits(
  pool: Pool,
  windows: readonly PaceWindow[],
  configurationId: string,
  deliveries: readonly Pick<Delivery, 'id' | 'state' | 'urgent' | 'createdAt'>[],
): Promise<Map<bigint, Wait>> {
  const waiting = deliveries.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return new Map();
  const view = (await readLanes(pool, [configurationId])).get(configurationId);
  if (!view) return new Map();
  const enough = capacity(windows, view.gapMs, STORM_INTERVAL_MS) + 1;
  const backlog = await countBacklog(pool, configurationId, enough);
  return new Map(
    waiting.map(({ id, urgent, createdAt }) => [
      id,
      whyWaiting(view, { id, urgent, acceptedAt: createdAt }, backlog, windows),
    ]),
  );
}
