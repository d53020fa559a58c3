import type { Pool } from 'pg';
import type { ResumeMode } from './resume.ts';

export interface Pause {
  /** A moment, or milliseconds by the database's clock; undefined: until somebody resumes it. */
  end: Date | number | undefined;
  onResume: ResumeMode;
  by: { objectId: string; name: string };
}

/**
 * Pauses an active configuration; of one that is paused already, changes until when. Answers whether it is
 * paused now: a broken or removed one is left as it is. What waits keeps waiting, and what comes joins it.
 */
export async function pauseConfiguration(
  pool: Pool,
  configurationId: string,
  pause: Pause,
): Promise<boolean> {
  const { end, onResume, by } = pause;
  const { rowCount } = await pool.query(
    `WITH paused AS (
       UPDATE configuration
          SET state = 'paused',
              state_reason = NULL,
              paused_at = CASE WHEN state = 'paused' THEN paused_at ELSE now() END,
              paused_until = coalesce($2::timestamptz, now() + make_interval(secs => $3::float8 / 1000)),
              on_resume = $4,
              version = version + 1,
              updated_by = $5,
              updated_by_name = $6,
              updated_at = now()
        WHERE id = $1 AND state IN ('active', 'paused')
       RETURNING id
     )
     INSERT INTO change (configuration_id, at, by, by_name, kind)
     SELECT id, now(), $5, $6, 'paused' FROM paused`,
    [
      configurationId,
      end instanceof Date ? end : null,
      typeof end === 'number' ? end : null,
      onResume,
      by.objectId,
      by.name,
    ],
  );
  return rowCount === 1;
}
