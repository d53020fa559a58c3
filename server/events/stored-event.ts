import type { Event as Row } from '../storage/generated/client.ts';
import type { Event, JsonObject } from './event.ts';

/** An event as it was accepted. */
export function toEvent(row: Row): Event {
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
