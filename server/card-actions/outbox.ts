import type { Pool } from 'pg';

/** A pressed button that is due. */
export interface Outgoing {
  id: string;
  body: string;
  /** This one counted. */
  tries: number;
}

/** So long a claimed one belongs to its node: longer than a post may take. Then others may try. */
const LEASE_MS = 60_000;

/**
 * Claims what is due, the longest due first. A node that dies meanwhile leaves it to whoever looks after the lease:
 * then it is posted again, under the same id.
 */
export async function claimDue(pool: Pool, now: Date, most: number): Promise<Outgoing[]> {
  const { rows } = await pool.query<Outgoing>(
    `UPDATE card_action
        SET due_at = $2, tries = tries + 1
      WHERE id IN (SELECT id
                     FROM card_action
                    WHERE state = 'waiting' AND due_at <= $1
                    ORDER BY due_at
                    LIMIT $3
                      FOR UPDATE SKIP LOCKED)
      RETURNING id, body, tries`,
    [now, new Date(now.getTime() + LEASE_MS), most],
  );
  return rows;
}

/** It arrived, or is given up. */
export async function settle(pool: Pool, id: string, state: 'delivered' | 'failed', at: Date): Promise<void> {
  await pool.query(`UPDATE card_action SET state = $2, settled_at = $3 WHERE id = $1`, [id, state, at]);
}

/** It is tried again at that time. */
export async function postpone(pool: Pool, id: string, until: Date): Promise<void> {
  await pool.query(`UPDATE card_action SET due_at = $2 WHERE id = $1 AND state = 'waiting'`, [id, until]);
}

/** What was given up begins anew, under the same ids. Answers how many. */
export async function retryFailed(database: Pick<Pool, 'query'>, now: Date): Promise<number> {
  const { rowCount } = await database.query(
    `UPDATE card_action SET state = 'waiting', tries = 0, due_at = $1, settled_at = NULL WHERE state = 'failed'`,
    [now],
  );
  return rowCount ?? 0;
}
