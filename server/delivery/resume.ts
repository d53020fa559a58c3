import type { Pool } from 'pg';

/** What becomes of the deliveries that waited during a pause. */
export type ResumeMode = 'catch_up' | 'replay' | 'drop';

/**
 * Makes a paused configuration active. What waited is summed up on one card (`catch_up`), posted in order
 * (`replay`) or dropped. One event alone needs no summary, and urgent ones are never on one. A configuration
 * that is not paused stays as it is. `by` is who asked for it.
 */
export async function resumeConfiguration(
  pool: Pool,
  configurationId: string,
  mode: ResumeMode,
  by: { objectId: string; name: string },
): Promise<void> {
  await resume(pool, configurationId, mode, by);
}

/**
 * Ends a pause whose time is over, as its people chose. One that was made longer since somebody looked goes on.
 */
export async function endPause(pool: Pool, configurationId: string): Promise<void> {
  await resume(pool, configurationId, undefined, undefined);
}

async function resume(
  pool: Pool,
  configurationId: string,
  mode: ResumeMode | undefined,
  by: { objectId: string; name: string } | undefined,
): Promise<void> {
  await pool.query(
    `WITH resumed AS (
       UPDATE configuration
          SET state = 'active',
              state_reason = NULL,
              paused_at = NULL,
              paused_until = NULL,
              version = version + 1,
              catch_up_to = CASE WHEN coalesce($2, on_resume::text) = 'catch_up'
                                 THEN (SELECT CASE WHEN count(*) > 1 THEN max(id) END
                                         FROM delivery
                                        WHERE configuration_id = $1 AND state = 'waiting' AND NOT urgent)
                            END,
              updated_by = coalesce($3, updated_by),
              updated_by_name = coalesce($4, updated_by_name),
              updated_at = CASE WHEN $3::text IS NULL THEN updated_at ELSE now() END
        WHERE id = $1 AND state = 'paused' AND ($3::text IS NOT NULL OR paused_until <= now())
       RETURNING id, coalesce($2, on_resume::text) AS mode
     ),
     written AS (
       INSERT INTO change (configuration_id, at, by, by_name, kind)
       SELECT id, now(), $3, $4, 'resumed' FROM resumed WHERE $3::text IS NOT NULL
     )
     UPDATE delivery
        SET state = 'dropped', reason = 'dropped-on-resume', settled_at = now()
       FROM resumed
      WHERE resumed.mode = 'drop' AND delivery.configuration_id = resumed.id AND delivery.state = 'waiting'`,
    [configurationId, mode ?? null, by?.objectId ?? null, by?.name ?? null],
  );
}
