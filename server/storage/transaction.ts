import type { Pool, PoolClient } from 'pg';

/** Runs `work` in one transaction: all of it happens or nothing. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    failed = false;
    return result;
  } finally {
    // A connection that is closed takes its transaction back.
    client.release(failed);
  }
}
