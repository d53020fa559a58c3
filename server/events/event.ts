/** A JSON value, as events carry them. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * Something that happened, as a CloudEvent 1.0. `source` + `id` is its identity: a second event with both
 * equal is a duplicate and changes nothing.
 */
export interface Event {
  source: string;
  id: string;
  type: string;
  time: Date;
  subject?: string;
  /** Limits the event to configurations of this Entra tenant (a GUID in lower case). */
  tenantId?: string;
  /** The trace that it belongs to, as W3C's `traceparent`. */
  traceParent?: string;
  data: JsonObject;
}
