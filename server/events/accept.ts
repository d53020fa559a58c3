import type { Pool } from 'pg';
import type { Event } from './event.ts';
import type { Receipt } from './schema.ts';

/** What became of a request's events, and which configurations have something to deliver. */
export interface Acceptance {
  receipts: Receipt[];
  configurationIds: string[];
}

interface AcceptedRow {
  source: string;
  source_id: string;
  channels: number;
  configuration_ids: string[];
}

/**
 * Stores events and fans them out: when this returns, every event and all its deliveries are committed.
 *
 * One statement, so that an event never exists without its deliveries, and because three statements in a
 * transaction cost four times as much. An event whose `source` and `id` were seen before is left out by the
 * unique index, also within one call.
 *
 * Numbers are drawn in the order of the events: that is the order of acceptance. The rows are inserted in the
 * order of their identity, because two calls that bring the same events in different orders would else wait
 * for each other's index entries for ever.
 */
export async function acceptEvents(pool: Pool, events: readonly Event[]): Promise<Acceptance> {
  const { rows } = await pool.query<AcceptedRow>({
    name: 'accept-events',
    text: `
      WITH numbered AS MATERIALIZED (
        SELECT nextval('event_id_seq') AS id, input.*
          FROM (
                 SELECT *
                   FROM ROWS FROM (
                          jsonb_to_recordset($1::jsonb) AS (
                            source text, source_id text, type text, tenant_id uuid, subject text,
                            time timestamptz, data jsonb, trace_parent text
                          )
                        ) WITH ORDINALITY
                        AS record (source, source_id, type, tenant_id, subject, time, data, trace_parent, position)
                  ORDER BY position
               ) AS input
      ),
      accepted AS (
        INSERT INTO event (id, source, source_id, type, tenant_id, subject, time, data, trace_parent)
        SELECT id, source, source_id, type, tenant_id, subject, time, data, trace_parent
          FROM numbered
         ORDER BY source, source_id, id
            ON CONFLICT (source, source_id) DO NOTHING
        RETURNING id, source, source_id, type, tenant_id, data
      ),
      fanned_out AS (
        INSERT INTO delivery (configuration_id, event_id, urgent)
        SELECT configuration.id, accepted.id, accepted.data @> '{"urgent": true}'
          FROM accepted
          JOIN configuration
            ON configuration.event_types @> ARRAY[accepted.type]
           AND configuration.state <> 'removed'
           AND configuration.destination_url IS NOT NULL
           AND (accepted.tenant_id IS NULL OR accepted.tenant_id = configuration.tenant_id)
         ORDER BY accepted.id
        RETURNING configuration_id, event_id
      )
      SELECT accepted.source,
             accepted.source_id,
             count(fanned_out.configuration_id)::int AS channels,
             coalesce(array_agg(fanned_out.configuration_id)
                        FILTER (WHERE fanned_out.configuration_id IS NOT NULL), '{}') AS configuration_ids
        FROM accepted
        LEFT JOIN fanned_out ON fanned_out.event_id = accepted.id
       GROUP BY accepted.id, accepted.source, accepted.source_id`,
    values: [JSON.stringify(events.map(toRecord))],
  });
  return {
    receipts: toReceipts(events, rows),
    configurationIds: [...new Set(rows.flatMap((row) => row.configuration_ids))],
  };
}

function toRecord(event: Event) {
  return {
    source: event.source,
    source_id: event.id,
    type: event.type,
    tenant_id: event.tenantId ?? null,
    subject: event.subject ?? null,
    time: event.time,
    data: event.data,
    trace_parent: event.traceParent ?? null,
  };
}

/** An event that left no row was a duplicate; of two equal ones in a call, the second was. */
function toReceipts(events: readonly Event[], rows: readonly AcceptedRow[]): Receipt[] {
  const fresh = new Map(rows.map((row) => [keyOf(row.source, row.source_id), row.channels]));
  return events.map(({ source, id }) => {
    const key = keyOf(source, id);
    const channels = fresh.get(key);
    fresh.delete(key);
    return { source, id, duplicate: channels === undefined, channels: channels ?? 0 };
  });
}

function keyOf(source: string, id: string): string {
  return JSON.stringify([source, id]);
}
