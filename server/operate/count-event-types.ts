import type { Connector } from '../../manifest/connector.ts';
import type { Language } from '../cards/card.ts';
import { eventTypeOf } from '../events/catalog.ts';
import { LOOKBACK, lookbackStart } from '../lookback/limits.ts';
import type { Look } from '../lookback/look.ts';
import type { EventTypeCounts } from './figures-schema.ts';
import { idsSince } from './ids-since.ts';
import { sampleOf } from './sample.ts';

/** Counted, before titles are given. */
export interface TypeFigures {
  every: number;
  rows: { type: string; events: number; configurations: number }[];
}

/** More types than anybody reads; events may have any. */
const MOST_TYPES = 500;

/** How many events of each type came in the last days, and how many configurations chose it. */
export async function countEventTypes(
  look: Look,
  now: Date,
  tenantId: string | undefined,
): Promise<TypeFigures> {
  const since = lookbackStart(now);
  const { from, to, every } = sampleOf(await idsSince(look, 'event', since));
  const rows = await look<TypeFigures['rows'][number]>(
    `WITH came AS (
       SELECT event.type, (count(*) * $3::bigint)::float8 AS events
         FROM generate_series($1::bigint, $2::bigint, $3::bigint) AS sampled (id)
         JOIN event ON event.id = sampled.id
        WHERE received_at >= $4
          AND ($5::uuid IS NULL OR event.tenant_id IS NULL OR event.tenant_id = $5)
        GROUP BY event.type
     ),
     chosen AS (
       SELECT wanted.type, count(*)::int AS configurations
         FROM configuration
        CROSS JOIN LATERAL unnest(event_types) AS wanted (type)
        WHERE state <> 'removed' AND ($5::uuid IS NULL OR tenant_id = $5)
        GROUP BY wanted.type
     )
     SELECT coalesce(came.type, chosen.type) AS type,
            coalesce(events, 0) AS events,
            coalesce(configurations, 0) AS configurations
       FROM came
       FULL JOIN chosen ON chosen.type = came.type
      ORDER BY events DESC, configurations DESC, type
      LIMIT ${MOST_TYPES}`,
    [from, to, every, since, tenantId ?? null],
  );
  return { every, rows };
}

/** Also what the connector offers and nobody sent or chose. */
export function presentEventTypes(
  { every, rows }: TypeFigures,
  connector: Connector,
  language: Language,
): EventTypeCounts {
  const known = new Set(rows.map(({ type }) => type));
  const silent = connector.eventGroups
    .flatMap(({ eventTypes }) => eventTypes)
    .filter(({ type }) => !known.has(type))
    .map(({ type }) => ({ type, events: 0, configurations: 0 }));
  return {
    days: LOOKBACK.days,
    every,
    items: [...rows, ...silent].map(({ type, events, configurations }) => {
      const title = eventTypeOf(connector, type)?.title[language];
      return { type, ...(title !== undefined && { title }), events, configurations };
    }),
  };
}
