import type { Pool } from 'pg';
import type { Connector } from '../../manifest/connector.ts';
import type { Language } from '../cards/card.ts';
import { composeCard } from '../cards/compose.ts';
import { readMoment } from '../configurations/replay-request.ts';
import { noAnswerCode } from '../destinations/network-error.ts';
import { loadEvents } from '../events/stored-event.ts';
import type { Look } from '../lookback/look.ts';
import type { Attempt, Delivery } from '../storage/generated/client.ts';
import type { DeliveriesQuery, OperatedDeliveries, OperatedDelivery } from './delivery-schema.ts';
import { idsSince } from './ids-since.ts';
import { readNumber } from './page-cursor.ts';

const PAGE_SIZE = 50;
/** So many deliveries are looked at for one page: whatever is asked for, the answer comes in time. */
const WINDOW = 20_000;
/** Deliveries that were accepted side by side are numbered within this time. */
const OUT_OF_ORDER_MS = 60_000;

export interface DeliveriesContext {
  look: Look;
  pool: Pool;
  connector: Connector;
}

type FoundRow = Pick<
  Delivery,
  'configurationId' | 'state' | 'reason' | 'verdict' | 'tries' | 'createdAt' | 'dueAt' | 'settledAt'
> & {
  id: string;
  eventId: string;
  name: string;
  tenantId: string;
  words: Attempt['words'] | null;
  status: number | null;
};

/**
 * Deliveries, newest first. What an index finds (state, configuration, time) chooses a window of rows, and only in
 * there the rest is looked for: a rare type costs no more than a frequent one, but its page may be short and its
 * `next` leads further back.
 */
export async function listDeliveries(
  context: DeliveriesContext,
  query: DeliveriesQuery,
  tenantId: string | undefined,
): Promise<OperatedDeliveries> {
  const { look } = context;
  const since = query.since === undefined ? undefined : readMoment(query.since, '/since');
  const until = query.until === undefined ? undefined : readMoment(query.until, '/until');
  const narrowed =
    query.type !== undefined || tenantId !== undefined || since !== undefined || until !== undefined;
  const window = narrowed ? WINDOW : PAGE_SIZE + 1;
  const from = since && (await idsSince(look, 'delivery', new Date(since.getTime() - OUT_OF_ORDER_MS))).from;
  const to = until && (await idsSince(look, 'delivery', new Date(until.getTime() + OUT_OF_ORDER_MS))).from;
  const rows = await look<
    { looked: number; lowest: string; lookedTo: Date | null } & (FoundRow | { id: null })
  >(
    `WITH looked AS MATERIALIZED (
       SELECT *
         FROM delivery
        WHERE ($1::bigint IS NULL OR id < $1)
          AND ($2::bigint IS NULL OR id >= $2)
          AND ($3::bigint IS NULL OR id < $3)
          AND ($4::text IS NULL OR configuration_id = $4)
          AND ${query.state === undefined ? '$5::text IS NULL' : 'state = $5::delivery_state'}
        ORDER BY id DESC
        LIMIT ${window}
     ),
     found AS MATERIALIZED (
       SELECT looked.*, configuration.name, configuration.tenant_id
         FROM looked
         JOIN configuration ON configuration.id = looked.configuration_id
         JOIN event ON event.id = looked.event_id
        WHERE ($6::uuid IS NULL OR configuration.tenant_id = $6)
          AND ($7::text IS NULL OR event.type = $7)
          AND ($8::timestamptz IS NULL OR looked.created_at >= $8)
          AND ($9::timestamptz IS NULL OR looked.created_at < $9)
        ORDER BY looked.id DESC
        LIMIT ${PAGE_SIZE + 1}
     )
     SELECT reach.*, ${FOUND_COLUMNS}
       FROM (SELECT count(*)::int AS looked, min(id) AS lowest, min(created_at) AS "lookedTo" FROM looked) AS reach
       LEFT JOIN found ON true
       LEFT JOIN attempt ON attempt.id = found.attempt_id
      ORDER BY found.id DESC`,
    [
      query.cursor === undefined ? null : readNumber(query.cursor),
      from ?? null,
      to ?? null,
      query.configuration ?? null,
      query.state ?? null,
      tenantId ?? null,
      query.type ?? null,
      since ?? null,
      until ?? null,
    ],
  );
  const found = rows.filter((row) => row.id !== null);
  const [reach] = rows;
  const last = found.length > PAGE_SIZE ? found.at(PAGE_SIZE - 1) : undefined;
  const next = last?.id ?? (reach?.looked === window ? reach.lowest : undefined);
  const lookedTo = last?.createdAt ?? reach?.lookedTo;
  return {
    items: await present(context, found.slice(0, PAGE_SIZE), query.language ?? 'en'),
    ...(next !== undefined && { next }),
    ...(lookedTo && { lookedTo: lookedTo.toISOString() }),
  };
}

/** One delivery; undefined when there is none that the key reaches. */
export async function findDelivery(
  context: DeliveriesContext,
  id: bigint,
  language: Language,
  tenantId: string | undefined,
): Promise<OperatedDelivery | undefined> {
  const rows = await context.look<FoundRow>(
    `WITH found AS (
       SELECT delivery.*, configuration.name, configuration.tenant_id
         FROM delivery
         JOIN configuration ON configuration.id = delivery.configuration_id
        WHERE delivery.id = $1 AND ($2::uuid IS NULL OR configuration.tenant_id = $2)
     )
     SELECT ${FOUND_COLUMNS} FROM found LEFT JOIN attempt ON attempt.id = found.attempt_id`,
    [id, tenantId ?? null],
  );
  const [delivery] = await present(context, rows, language);
  return delivery;
}

const FOUND_COLUMNS = `found.id, found.configuration_id AS "configurationId", found.event_id AS "eventId",
            found.state, found.reason, found.verdict, found.tries, found.created_at AS "createdAt",
            found.due_at AS "dueAt", found.settled_at AS "settledAt", found.name, found.tenant_id AS "tenantId",
            attempt.words, attempt.status`;

async function present(
  { pool, connector }: DeliveriesContext,
  rows: readonly FoundRow[],
  language: Language,
): Promise<OperatedDelivery[]> {
  const events = await loadEvents(
    pool,
    rows.map(({ eventId }) => BigInt(eventId)),
  );
  return rows.flatMap((row): OperatedDelivery[] => {
    const event = events.get(BigInt(row.eventId));
    // Its time was over between the two reads.
    if (!event) return [];
    const { source, id, type, time } = event;
    const entry: OperatedDelivery = {
      id: row.id,
      configuration: { id: row.configurationId, name: row.name, tenantId: row.tenantId },
      event: {
        number: row.eventId,
        source,
        id,
        type,
        title: composeCard(event, { language, connector }).summary,
        time: time.toISOString(),
      },
      state: row.state,
      reason: row.reason,
      ...(row.verdict && { verdict: row.verdict }),
      ...answerOf(row),
      tries: row.tries,
      acceptedAt: row.createdAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      ...(row.settledAt && { settledAt: row.settledAt.toISOString() }),
    };
    return [entry];
  });
}

/** The destination's own words, or, when it said nothing, why. */
function answerOf({ words, status }: FoundRow): Pick<OperatedDelivery, 'words' | 'status' | 'noAnswer'> {
  if (words === null) return {};
  return status === null ? { noAnswer: noAnswerCode(words) } : { words, status };
}
