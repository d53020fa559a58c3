import type { Pool } from 'pg';
import { inTransaction } from '../../storage/transaction.ts';
import { keyNameIn } from '../../storage/vault.ts';
import { COMMAND_LINE, recordAudit } from '../audit.ts';

export interface Forgotten {
  /** Channels that wait for a new address, with everything that is meant for them. */
  broken: number;
}

/** For people in the channels: shown where a dead webhook's own words stand. */
const WHY = 'Its address can no longer be read: the key that it was encrypted with is lost. Set it anew.';

/**
 * Gives up what was encrypted with a key that is lost, so that a server starts without it: channels are broken and
 * keep what waits until they have a new address. What the key's own fingerprints and buttons were made with goes,
 * too: the buttons of cards from before stop working, and who connected what is not known any more. All or nothing.
 */
export function forgetKey(pool: Pool, key: string): Promise<Forgotten> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ state: string }>(
      `UPDATE configuration
          SET destination_url = NULL,
              connected_fingerprint = NULL,
              state = CASE WHEN state = 'removed' THEN state ELSE 'broken' END,
              state_reason = $2,
              broken_at = coalesce(broken_at, now()),
              version = version + 1
        WHERE ${keyNameIn('destination_url')} = $1
       RETURNING state`,
      [key, WHY],
    );
    await client.query(`UPDATE connect_attempt SET "grant" = NULL WHERE ${keyNameIn('"grant"')} = $1`, [key]);
    await client.query(`DELETE FROM lasting_keys WHERE ${keyNameIn('sealed')} = $1`, [key]);
    // Those that were removed come back as broken, if they come back.
    const broken = rows.filter(({ state }) => state === 'broken').length;
    await recordAudit(client, { by: COMMAND_LINE, action: 'secrets-forgotten', details: { key, broken } });
    return { broken };
  });
}

/** How many nodes run that know the key: then it is not lost. */
export async function countNodesWith(pool: Pool, key: string): Promise<number> {
  const { rows } = await pool.query<{ nodes: number }>(
    "SELECT count(*)::int AS nodes FROM node WHERE seen_at > now() - interval '10 s' AND $1 = ANY(key_names)",
    [key],
  );
  return rows[0]?.nodes ?? 0;
}
