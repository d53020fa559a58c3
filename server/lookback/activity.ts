import { LRUCache } from 'lru-cache';
import { LOOKBACK, lookbackStart } from './limits.ts';
import type { Look } from './look.ts';

/** How many events of each type came in the last days, by type; at most `LOOKBACK.counted` of each. */
export type Activity = ReadonlyMap<string, number>;

/** Of what a tenant may see. A count may be a minute old. */
export type ReadActivity = (tenantId: string) => Promise<Activity>;

/** So many tenants' counts are kept. */
const TENANTS = 1_000;

export interface ActivityOptions {
  look: Look;
  /** The types that the connector offers. */
  types: readonly string[];
  now(): Date;
}

/** Counts once for all who ask about a tenant within a minute. */
export function createActivity({ look, types, now }: ActivityOptions): ReadActivity {
  const kept = new LRUCache<string, Activity>({
    max: TENANTS,
    ttl: LOOKBACK.keptMs,
    perf: { now: () => now().getTime() },
    fetchMethod: (tenantId) => countEvents(look, types, tenantId, lookbackStart(now())),
  });
  return async (tenantId) => (await kept.fetch(tenantId)) ?? new Map();
}

/** Each count reads its part of the index alone, and stops at the limit. */
async function countEvents(
  look: Look,
  types: readonly string[],
  tenantId: string,
  since: Date,
): Promise<Activity> {
  const rows = await look<{ type: string; events: number }>(
    `SELECT wanted.type, least(for_all.events + for_tenant.events, $4::int)::int AS events
       FROM unnest($1::text[]) AS wanted (type)
      CROSS JOIN LATERAL (
              SELECT count(*) AS events
                FROM (SELECT FROM event
                       WHERE tenant_id IS NULL AND type = wanted.type AND received_at >= $3
                       LIMIT $4) AS came
            ) AS for_all
      CROSS JOIN LATERAL (
              SELECT count(*) AS events
                FROM (SELECT FROM event
                       WHERE tenant_id = $2 AND type = wanted.type AND received_at >= $3
                       LIMIT $4) AS came
            ) AS for_tenant`,
    [types, tenantId, since, LOOKBACK.counted],
  );
  return new Map(rows.map(({ type, events }) => [type, events]));
}
