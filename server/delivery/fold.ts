import type { Pool } from 'pg';
import { loadEvents } from '../events/stored-event.ts';
import type { Bodies } from './bodies.ts';
import type { FoldKind } from './lane-step.ts';
import { type LaneView, readerOf } from './lane-view.ts';

/** How many events are read for a summary: it names no more than 25, of each kind the newest. */
const NEWEST = 30;
/** How many of these may be of one type and source. */
const NEWEST_OF_ONE = 10;
/** A type may have as many sources as events; of those with the most, some are named. */
const NAMED = 50;

interface Row {
  type: string;
  source: string;
  count: number;
  ids: string[];
  newest: string[];
  since: Date;
}

/** Of each type and source the newest first, then the second, until there are enough; newest first. */
function newestOf(rows: readonly Row[]): bigint[] {
  const named = rows.slice(0, NAMED);
  return Array.from({ length: NEWEST_OF_ONE }, (_, round) =>
    named.flatMap(({ newest }) => newest[round] ?? []),
  )
    .flat()
    .slice(0, NEWEST)
    .map(BigInt)
    .sort((one, other) => (one < other ? 1 : -1));
}

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
  const { rows } = await pool.query<Row>(
    `SELECT event.type,
            event.source,
            count(*)::int AS count,
            array_agg(delivery.id::text) AS ids,
            min(delivery.created_at) AS since,
            (array_agg(delivery.event_id::text ORDER BY delivery.id DESC))[1:${NEWEST_OF_ONE}] AS newest
       FROM delivery
       JOIN event ON event.id = delivery.event_id
      WHERE delivery.configuration_id = $1
        AND delivery.state = 'waiting'
        AND NOT delivery.urgent
        AND ($2::bigint IS NULL OR delivery.id <= $2)
      GROUP BY event.type, event.source
      ORDER BY count DESC, max(delivery.id) DESC`,
    [view.id, upTo ?? null],
  );
  if (rows.length === 0 || !view.destination) return undefined;
  const newestIds = newestOf(rows);
  const { schedule } = view.timing;
  const events = await loadEvents(pool, newestIds);
  return {
    deliveryIds: rows.flatMap((row) => row.ids.map(BigInt)),
    body: bodies.ofDigest(
      {
        kind,
        every: schedule.kind === 'immediately' ? undefined : schedule.kind,
        counts: rows.map(({ type, source, count }) => ({ type, source, count })),
        newest: newestIds.flatMap((id) => events.get(id) ?? []),
        since: new Date(
          rows.reduce((first, { since }) => Math.min(first, since.getTime()), view.now.getTime()),
        ),
        at: view.now,
      },
      readerOf(view, view.destination),
      view.id,
    ),
  };
}
