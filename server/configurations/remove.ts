import type { User } from '../identity/entra.ts';
import { ProblemError } from '../problem.ts';
import type { Configuration as Row } from '../storage/generated/client.ts';
import { findAlsoRemoved, type StoreContext } from './store.ts';

/**
 * Removes a configuration and drops what waits, also what an event that came at the same moment brought: then
 * removing it again drops it. It is kept for the retention time, so that people can take the removal back.
 */
export async function removeConfiguration(context: StoreContext, user: User, id: string): Promise<void> {
  await findAlsoRemoved(context, user, id);
  const at = context.now();
  await context.prisma.$executeRaw`
    WITH removed AS (
      UPDATE configuration
         SET state = 'removed',
             removed_at = ${at},
             version = version + 1,
             updated_by = ${user.objectId},
             updated_by_name = ${user.name},
             updated_at = ${at}
       WHERE id = ${id} AND state <> 'removed'
      RETURNING id
    ),
    dropped AS (
      UPDATE delivery
         SET state = 'dropped', reason = 'configuration-removed', settled_at = ${at}
       WHERE configuration_id = ${id} AND state = 'waiting'
    )
    INSERT INTO change (configuration_id, at, by, by_name, kind)
    SELECT id, ${at}, ${user.objectId}, ${user.name}, 'removed' FROM removed`;
}

/**
 * Takes a removal back: the configuration is as it was before, active, paused or broken, and what the removal
 * dropped waits again. What happened in between was not meant for it. One that is not removed stays as it is,
 * so that a call whose answer was lost can be sent anew. Throws `configuration-changed` when it is no longer
 * the version that was read.
 */
export async function restoreConfiguration(
  context: StoreContext,
  user: User,
  id: string,
  version: number,
): Promise<Row> {
  const found = await findAlsoRemoved(context, user, id);
  if (found.state !== 'removed') return found;
  const at = context.now();
  const restored = await context.prisma.$executeRaw`
    WITH chosen AS (
      SELECT id, removed_at FROM configuration WHERE id = ${id} AND state = 'removed' AND version = ${version} FOR UPDATE
    ),
    restored AS (
      UPDATE configuration
         SET state = CASE WHEN broken_at IS NOT NULL THEN 'broken'
                          WHEN paused_at IS NOT NULL THEN 'paused'
                          ELSE 'active' END::configuration_state,
             removed_at = NULL,
             version = version + 1,
             updated_by = ${user.objectId},
             updated_by_name = ${user.name},
             updated_at = ${at}
        FROM chosen
       WHERE configuration.id = chosen.id
      RETURNING configuration.id
    ),
    waiting AS (
      UPDATE delivery
         SET state = 'waiting',
             reason = CASE verdict WHEN 'try_again' THEN 'retry' WHEN 'dead' THEN 'destination-dead' ELSE 'now' END,
             settled_at = NULL
        FROM chosen
       WHERE delivery.configuration_id = chosen.id
         AND delivery.state = 'dropped'
         AND delivery.reason = 'configuration-removed'
         AND delivery.settled_at >= chosen.removed_at
    )
    INSERT INTO change (configuration_id, at, by, by_name, kind)
    SELECT id, ${at}, ${user.objectId}, ${user.name}, 'restored' FROM restored`;
  const row = await findAlsoRemoved(context, user, id);
  if (restored === 0 && row.state === 'removed') {
    throw new ProblemError('configuration-changed', 'Read the configuration again, then restore it anew.');
  }
  return row;
}
