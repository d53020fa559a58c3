import type { Pool } from 'pg';
import { loadEvents } from '../events/stored-event.ts';
import type { Bodies } from './bodies.ts';
import type { FoldKind } from './lane-step.ts';
import { type LaneView, readerOf } from './lane-view.ts';

/** How many of the newest events a summary names. */
const NEWEST = 10;

/**
 * The card for everything that waits in a lane, up to and with one delivery; urgent ones excepted. Undefined
 * when nothing waits any more.
 */
export async function readFold(
  pool: Pool,
  bodies: Bodies,
  view: LaneView,
  kind: FoldKind,
  upTo: bigint | undefined,
): Promise<{ deliveryIds: bigint[]; body: string } | undefined> {
  const { rows } = await pool.query<{
    type: string;
    count: number;
    ids: string[];
    newest: string[];
    since: Date;
  }>(
    `SELECT event.type,
            count(*)::int AS count,
            array_agg(delivery.id::text) AS ids,
            min(event.time) AS since,
            (array_agg(delivery.event_id::text ORDER BY delivery.id DESC))[1:${NEWEST}] AS newest
       FROM delivery
       JOIN event ON event.id = delivery.event_id
      WHERE delivery.configuration_id = $1
        AND delivery.state = 'waiting'
        AND NOT delivery.urgent
        AND ($2::bigint IS NULL OR delivery.id <= $2)
      GROUP BY event.type
      ORDER BY count DESC, event.type`,
    [view.id, upTo ?? null],
  );
  if (rows.length === 0 || !view.destination) return undefined;
  const newestIds = rows
    .flatMap((row) => row.newest.map(BigInt))
    .sort((a, b) => (a < b ? 1 : -1))
    .slice(0, NEWEST);
  const events = await loadEvents(pool, newestIds);
  return {
    deliveryIds: rows.flatMap((row) => row.ids.map(BigInt)),
    body: bodies.ofDigest(
      {
        kind,
        counts: rows.map(({ type, count }) => ({ type, count })),
        newest: newestIds.flatMap((id) => events.get(id) ?? []),
        since: new Date(Math.min(...rows.map((row) => row.since.getTime()))),
      },
      readerOf(view, view.destination),
    ),
  };
}
