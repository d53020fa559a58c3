import type { Look } from '../lookback/look.ts';
import { readDatabaseFigures } from '../telemetry/database-figures.ts';
import type { Overview } from './figures-schema.ts';
import { usedShare } from './list-configurations.ts';

/** Counting failures ends here. */
const MOST_FAILED = 10_000;
/** More broken channels than anybody mends; those that broke first are looked at. */
const MOST_BROKEN = 2_000;

export type Standing = Pick<Overview, 'configurations' | 'waiting' | 'failed' | 'atRisk'>;

/** How things stand in the database, for all or for one organisation. */
export async function readStanding(
  look: Look,
  { retentionDays, now, tenantId }: { retentionDays: number; now: Date; tenantId: string | undefined },
): Promise<Standing> {
  const figures = await readDatabaseFigures(look, tenantId);
  const failed = await look<{ count: number }>(
    `SELECT count(*)::int AS count
       FROM (SELECT
               FROM delivery
              WHERE state IN ('failed', 'expired')
                AND ($1::uuid IS NULL
                     OR EXISTS (SELECT FROM configuration WHERE id = configuration_id AND tenant_id = $1))
              LIMIT ${MOST_FAILED}) AS counted`,
    [tenantId ?? null],
  );
  const shares = (await oldestOfBroken(look, tenantId)).map((at) => usedShare(at, retentionDays, now));
  const between = (low: number, high: number) =>
    shares.filter((share) => share >= low && share < high).length;
  const count = (state: string) => figures.configurations.find((row) => row.state === state)?.count ?? 0;
  const queue = (state: string) => {
    const { count = 0, oldestSeconds = 0 } = figures.waiting.find((row) => row.state === state) ?? {};
    return { count, oldestSeconds };
  };
  return {
    configurations: {
      active: count('active'),
      paused: count('paused'),
      broken: count('broken'),
      removed: count('removed'),
    },
    waiting: { active: queue('active'), paused: queue('paused'), broken: queue('broken') },
    failed: failed[0]?.count ?? 0,
    atRisk: {
      over50: between(0.5, 0.7),
      over70: between(0.7, 0.9),
      over90: between(0.9, Number.POSITIVE_INFINITY),
    },
  };
}

/** When the oldest event that waits for each broken channel was accepted. Ids rise with acceptance. */
async function oldestOfBroken(look: Look, tenantId: string | undefined): Promise<Date[]> {
  const rows = await look<{ at: Date }>(
    `SELECT delivery.created_at AS at
       FROM (SELECT id
               FROM configuration
              WHERE state = 'broken' AND ($1::uuid IS NULL OR tenant_id = $1)
              ORDER BY broken_at
              LIMIT ${MOST_BROKEN}) AS broken
      CROSS JOIN LATERAL (
              SELECT min(id) AS id
                FROM ((SELECT id FROM delivery
                        WHERE configuration_id = broken.id AND state = 'waiting' AND urgent ORDER BY id LIMIT 1)
                       UNION ALL
                      (SELECT id FROM delivery
                        WHERE configuration_id = broken.id AND state = 'waiting' AND NOT urgent ORDER BY id LIMIT 1)
                     ) AS firsts
            ) AS oldest
       JOIN delivery ON delivery.id = oldest.id`,
    [tenantId ?? null],
  );
  return rows.map(({ at }) => at);
}
