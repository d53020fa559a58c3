import type { Pool } from 'pg';
import type { Event as Row } from '../storage/generated/client.ts';
import type { Event, JsonObject } from './event.ts';

/** The columns that make the event; the others are our own bookkeeping. */
type EventRow = Omit<Row, 'id' | 'receivedAt' | 'traceParent'>;

/** An event as it was accepted. */
export function toEvent(row: EventRow): Event {
  return {
    source: row.source,
    id: row.sourceId,
    type: row.type,
    time: row.time,
    // Only objects are stored: see read-events.ts.
    data: row.data as JsonObject,
    ...(row.subject !== null && { subject: row.subject }),
    ...(row.tenantId !== null && { tenantId: row.tenantId }),
  };
}

/** Events by their numbers; those that were removed are missing. */
export async function loadEvents(pool: Pool, ids: readonly bigint[]): Promise<Map<bigint, Event>> {
  const { rows } = await pool.query<EventRow & { id: string }>({
    name: 'load-events',
    text: `
      SELECT id, source, source_id AS "sourceId", type, tenant_id AS "tenantId", subject, time, data
        FROM event
       WHERE id = ANY($1::bigint[])`,
    values: [ids.map(String)],
  });
  return new Map(rows.map((row) => [BigInt(row.id), toEvent(row)]));
}
