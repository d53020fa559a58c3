import type { Pool } from 'pg';
import { EVENT_DOCUMENT } from '../configurations/filter-document.ts';
import type { Event } from './event.ts';
import type { Receipt } from './schema.ts';

/** What became of a request's events, and which configurations have something to deliver. */
export interface Acceptance {
  receipts: Receipt[];
  /** The events that were not seen before, with their numbers. */
  accepted: { id: bigint; event: Event }[];
  configurationIds: string[];
}

interface AcceptedRow {
  id: string;
  source: string;
  source_id: string;
  channels: number;
  configuration_ids: string[];
}

/** Nothing is delivered to a configuration that was removed, or that is not set up to its end. */
const DELIVERABLE = `state <> 'removed' AND destination_url IS NOT NULL`;

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
 *
 * What filters look at is computed once per event, and only when a configuration that chose its type has one;
 * whoever has no filter pays for none. A filter was read by PostgreSQL before it was stored, and whatever the
 * data is, it answers true, or the configuration is left out.
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
        RETURNING id, source, source_id, type, tenant_id, subject, data
      ),
      told AS (
        SELECT id, type, tenant_id, data @> '{"urgent": true}' AS urgent FROM accepted
      ),
      -- Events for all and events of one tenant are looked up apart, so that each finds its index.
      chosen AS MATERIALIZED (
        SELECT told.id AS event_id, urgent, configuration.id AS configuration_id, filter_path, filter_vars
          FROM told
          JOIN configuration ON event_types @> ARRAY[told.type] AND ${DELIVERABLE}
         WHERE told.tenant_id IS NULL
         UNION ALL
        SELECT told.id AS event_id, urgent, configuration.id AS configuration_id, filter_path, filter_vars
          FROM told
          JOIN configuration
            ON wanted_types(configuration.tenant_id, event_types) @> ARRAY[told.tenant_id || ' ' || told.type] AND ${DELIVERABLE}
      ),
      filtered AS MATERIALIZED (
        SELECT event.id, ${EVENT_DOCUMENT} AS document
          FROM accepted AS event
         WHERE event.id IN (SELECT event_id FROM chosen WHERE filter_path IS NOT NULL)
      ),
      fanned_out AS (
        INSERT INTO delivery (configuration_id, event_id, urgent)
        SELECT configuration_id, event_id, urgent
          FROM chosen
          LEFT JOIN filtered ON filtered.id = chosen.event_id
         WHERE filter_path IS NULL
            OR jsonb_path_match(document, filter_path::jsonpath, filter_vars, true)
         ORDER BY event_id
        RETURNING configuration_id, event_id
      )
      SELECT accepted.id,
             accepted.source,
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
    accepted: toAccepted(events, rows),
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

function toAccepted(events: readonly Event[], rows: readonly AcceptedRow[]) {
  const numbers = new Map(rows.map((row) => [keyOf(row.source, row.source_id), BigInt(row.id)]));
  return events.flatMap((event) => {
    const key = keyOf(event.source, event.id);
    const id = numbers.get(key);
    numbers.delete(key);
    return id === undefined ? [] : [{ id, event }];
  });
}

function keyOf(source: string, id: string): string {
  return JSON.stringify([source, id]);
}
