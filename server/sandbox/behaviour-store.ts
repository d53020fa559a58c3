import type { Pool } from 'pg';
import type { Behaviour, Behaviours } from './behaviour.ts';

/** The channels that somebody has switched. */
export async function listBehaviours(pool: Pool): Promise<Behaviours> {
  const { rows } = await pool.query<{ channel_id: string; behaviour: Behaviour }>(
    'SELECT channel_id, behaviour FROM sandbox.behaviour',
  );
  return Object.fromEntries(rows.map(({ channel_id, behaviour }) => [channel_id, behaviour]));
}

/** Lets the webhooks of a channel behave so from their next request on. */
export async function setBehaviour(pool: Pool, channelId: string, behaviour: Behaviour): Promise<void> {
  if (behaviour === 'normal') {
    await pool.query('DELETE FROM sandbox.behaviour WHERE channel_id = $1', [channelId]);
    return;
  }
  await pool.query(
    `INSERT INTO sandbox.behaviour (channel_id, behaviour)
     VALUES ($1, $2)
     ON CONFLICT (channel_id) DO UPDATE SET behaviour = EXCLUDED.behaviour`,
    [channelId, behaviour],
  );
}
