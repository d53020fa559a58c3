import type { Pool } from 'pg';
import type { Language } from '../cards/card.ts';
import type { DestinationKind } from '../destinations/destination.ts';
import type { Reader } from './bodies.ts';
import type { Timing } from './schedule.ts';

/** A delivery that waits in a lane. */
export interface Waiting {
  id: bigint;
  eventId: bigint;
  tries: number;
  urgent: boolean;
  /** When the event was accepted. */
  acceptedAt: Date;
}

/** What the database knows of a channel with something to deliver. Waits are in milliseconds from `now`. */
export interface LaneView {
  id: string;
  /** The database's clock: every node decides by the same one. */
  now: Date;
  state: 'active' | 'paused' | 'broken' | 'removed';
  /** Undefined while paused: until somebody resumes it. */
  pausedForMs: number | undefined;
  /** No attempt for so long. */
  heldForMs: number;
  /** So long ago a storm was summed up; undefined if never. */
  foldedAgoMs: number | undefined;
  catchUpTo: bigint | undefined;
  gapMs: number;
  timing: Timing;
  language: Language;
  destination: { kind: DestinationKind; sealedUrl: string } | undefined;
  /** The next deliveries in order: urgent ones first, then by acceptance. At most `VIEW_SIZE`. */
  waiting: Waiting[];
  /** Whether more wait than are listed. */
  more: boolean;
}

/** For whom the lane's cards are made. */
export function readerOf({ language, timing }: LaneView, { kind }: { kind: DestinationKind }): Reader {
  return { kind, language, timeZone: timing.timeZone };
}

/** How many deliveries of a lane are read at once: a few seconds' worth at Teams' pace. */
export const VIEW_SIZE = 20;

interface Row {
  id: string;
  now: Date;
  state: LaneView['state'];
  paused_for_ms: number | null;
  held_for_ms: number | null;
  folded_ago_ms: number | null;
  catch_up_to: string | null;
  gap_ms: number;
  schedule: Timing['schedule'];
  quiet_hours: Timing['quietHours'] | null;
  time_zone: string;
  language: string;
  destination_kind: DestinationKind | null;
  destination_url: string | null;
  waiting: [id: string, eventId: string, tries: number, urgent: boolean, acceptedAtMs: number][] | null;
}

/**
 * Reads many lanes in one statement: a burst to thousands of channels costs a few of them. The lateral join
 * reads no more than `VIEW_SIZE` entries of the index of waiting deliveries per lane, however long it is.
 */
export async function readLanes(pool: Pool, ids: readonly string[]): Promise<Map<string, LaneView>> {
  const { rows } = await pool.query<Row>({
    name: 'read-lanes',
    text: `
      SELECT configuration.id,
             now() AS now,
             state,
             ${msUntil('paused_until')} AS paused_for_ms,
             ${msUntil('hold_until')} AS held_for_ms,
             -(${msUntil('folded_at')}) AS folded_ago_ms,
             catch_up_to,
             gap_ms,
             schedule,
             quiet_hours,
             time_zone,
             language,
             destination_kind,
             destination_url,
             queue.waiting
        FROM unnest($1::text[]) AS wanted (id)
        JOIN configuration ON configuration.id = wanted.id
       CROSS JOIN LATERAL (
             SELECT json_agg(json_build_array(
                      head.id::text, head.event_id::text, head.tries, head.urgent,
                      extract(epoch FROM head.created_at) * 1000
                    ) ORDER BY head.urgent DESC, head.id) AS waiting
               FROM (
                      SELECT id, event_id, tries, urgent, created_at
                        FROM delivery
                       WHERE configuration_id = configuration.id
                         AND state = 'waiting'
                       ORDER BY urgent DESC, id
                       LIMIT ${VIEW_SIZE + 1}
                    ) AS head
             ) AS queue`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, toView(row)]));
}

/** Milliseconds from now to a column's moment; NULL stays NULL. */
function msUntil(column: string): string {
  return `extract(epoch FROM ${column} - now())::float8 * 1000`;
}

function toView(row: Row): LaneView {
  const listed = row.waiting ?? [];
  return {
    id: row.id,
    now: row.now,
    state: row.state,
    pausedForMs: row.paused_for_ms ?? undefined,
    heldForMs: Math.max(0, row.held_for_ms ?? 0),
    foldedAgoMs: row.folded_ago_ms ?? undefined,
    catchUpTo: row.catch_up_to === null ? undefined : BigInt(row.catch_up_to),
    gapMs: row.gap_ms,
    timing: {
      schedule: row.schedule,
      timeZone: row.time_zone,
      ...(row.quiet_hours && { quietHours: row.quiet_hours }),
    },
    language: row.language === 'fr' ? 'fr' : 'en',
    destination:
      row.destination_kind && row.destination_url
        ? { kind: row.destination_kind, sealedUrl: row.destination_url }
        : undefined,
    waiting: listed.slice(0, VIEW_SIZE).map(([id, eventId, tries, urgent, acceptedAtMs]) => ({
      id: BigInt(id),
      eventId: BigInt(eventId),
      tries,
      urgent,
      acceptedAt: new Date(acceptedAtMs),
    })),
    more: listed.length > VIEW_SIZE,
  };
}
