import type { Pool } from 'pg';

/** Which deliveries to make again. */
export type Replay =
  | { kind: 'one'; deliveryId: bigint }
  | { kind: 'several'; deliveryIds: readonly bigint[] }
  /** All that failed or expired. */
  | { kind: 'failed' }
  /** All whose events were accepted since then, whatever became of them. */
  | { kind: 'since'; since: Date };

/** Where: one configuration or all, and only those of one tenant if given. Removed ones are left out. */
export interface ReplayScope {
  configurationId?: string;
  tenantId?: string;
}

export interface Replayed {
  replayed: number;
  /** How many of them had been sent before. */
  repeated: number;
  /** To be woken. */
  configurationIds: string[];
}

/**
 * Makes deliveries wait again, as if they had never been tried. They keep their numbers, so they go out in
 * the order of acceptance, before what was accepted later. What waits already is left alone. One statement:
 * all of it happens or nothing.
 */
export async function replayDeliveries(
  database: Pick<Pool, 'query'>,
  replay: Replay,
  scope: ReplayScope,
): Promise<Replayed> {
  const { rows } = await database.query<{ configuration_id: string; replayed: number; repeated: number }>(
    `WITH chosen AS (
       SELECT delivery.id, delivery.configuration_id, delivery.state IN ('sent', 'folded') AS was_sent
         FROM delivery
         JOIN configuration ON configuration.id = delivery.configuration_id
        WHERE delivery.state <> 'waiting'
          AND configuration.state <> 'removed'
          AND ($1::text IS NULL OR configuration.id = $1)
          AND ($2::uuid IS NULL OR configuration.tenant_id = $2)
          AND ${CHOICES[replay.kind]}
          FOR UPDATE OF delivery
     ),
     replayed AS (
       UPDATE delivery
          SET state = 'waiting', reason = 'replayed', tries = 0, verdict = NULL, due_at = now(), settled_at = NULL
         FROM chosen
        WHERE delivery.id = chosen.id
       RETURNING chosen.configuration_id, chosen.was_sent
     )
     SELECT configuration_id,
            count(*)::int AS replayed,
            count(*) FILTER (WHERE was_sent)::int AS repeated
       FROM replayed
      GROUP BY configuration_id`,
    [scope.configurationId ?? null, scope.tenantId ?? null, ...valuesOf(replay)],
  );
  return {
    replayed: rows.reduce((sum, row) => sum + row.replayed, 0),
    repeated: rows.reduce((sum, row) => sum + row.repeated, 0),
    configurationIds: rows.map((row) => row.configuration_id),
  };
}

const CHOICES: Record<Replay['kind'], string> = {
  one: 'delivery.id = $3::bigint',
  several: 'delivery.id = ANY($3::bigint[])',
  failed: "delivery.state IN ('failed', 'expired')",
  since: 'delivery.created_at >= $3::timestamptz',
};

function valuesOf(replay: Replay): (string | string[] | Date)[] {
  if (replay.kind === 'one') return [String(replay.deliveryId)];
  if (replay.kind === 'several') return [replay.deliveryIds.map(String)];
  return replay.kind === 'since' ? [replay.since] : [];
}
