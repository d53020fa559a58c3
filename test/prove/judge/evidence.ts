import type { Status } from '../cloud-event.ts';
import type { Arrival } from '../fake-teams/ledger.ts';

// What a run leaves behind, for the judge. Moments are milliseconds of the machine's monotonic clock.

export interface JudgedChannel {
  channel: number;
  tenantId: string;
  eventTypes: readonly string[];
  /** Its filter lets only these events pass; without one, all. */
  onlyStatus?: Status;
  /** Its webhook never misbehaved: what waited here, waited for Cardwire. */
  calm: boolean;
}

export interface SentEvent {
  number: number;
  tenantId: string;
  type: string;
  status: Status;
  /** The request that brought it, and its place in there. */
  request: number;
  position: number;
  /** When the request was sent for the first time. */
  sentAt: number;
  /** When a 202 had come; undefined when none ever came. */
  acknowledgedAt: number | undefined;
}

/** A row of the delivery table, at the end. */
export interface DeliveryRecord {
  channel: number;
  number: number;
  state: string;
  /** How many attempts were recorded for it. */
  tries: number;
  /** The newest attempt that carried it. */
  attemptId: string | undefined;
}

export type DisruptionKind = 'node' | 'all nodes' | 'database';

export interface Disruption {
  kind: DisruptionKind;
  at: number;
}

export interface Evidence {
  channels: readonly JudgedChannel[];
  events: readonly SentEvent[];
  /** In the order of arrival. */
  arrivals: readonly Arrival[];
  deliveries: readonly DeliveryRecord[];
  /** How many attempts each channel has in the database. */
  attempts: ReadonlyMap<number, number>;
  disruptions: readonly Disruption[];
  /** Nodes that ended without being killed. */
  crashes: number;
}
