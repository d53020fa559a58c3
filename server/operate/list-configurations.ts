import { presentDestination } from '../configurations/present-destination.ts';
import type { Look } from '../lookback/look.ts';
import type { Configuration as Row } from '../storage/generated/client.ts';
import type { OperatedConfiguration, OperatedPage, OperatedQuery } from './configuration-schema.ts';
import { readCursor, writeCursor } from './page-cursor.ts';

const PAGE_SIZE = 50;
/** Counting what waits ends here, for each configuration. */
const MOST_WAITING = 1_000;
/** So many of its newest attempts are looked at for one that succeeded. */
const MOST_ATTEMPTS = 200;
const DAY_MS = 86_400_000;

export interface ListContext {
  look: Look;
  retentionDays: number;
  now(): Date;
}

/** What of a configuration the list shows; the rules of its channel stay where they are. */
type ListedRow = Pick<
  Row,
  | 'id'
  | 'tenantId'
  | 'name'
  | 'state'
  | 'stateReason'
  | 'pausedUntil'
  | 'brokenAt'
  | 'removedAt'
  | 'eventTypes'
  | 'hostKind'
  | 'teamName'
  | 'channelName'
  | 'destinationKind'
  | 'destinationLabel'
  | 'createdAt'
  | 'updatedAt'
  | 'updatedByName'
> & { lastSuccessAt: Date | null; waiting: number; oldestWaitingAt: Date | null };

/** `tenantId` is that of the key, if it has one. */
export async function listConfigurations(
  context: ListContext,
  query: OperatedQuery,
  tenantId: string | undefined,
): Promise<OperatedPage> {
  const brokenFirst = query.state === 'broken';
  const place = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const rows = await select(
    context.look,
    `($1::uuid IS NULL OR tenant_id = $1)
       AND ($2::uuid IS NULL OR tenant_id = $2)
       AND ${query.state === undefined ? "state <> 'removed' AND $3::text IS NULL" : 'state = $3::configuration_state'}
       AND ($4::text IS NULL OR event_types @> ARRAY[$4])
       AND ($5::text IS NULL OR id = $5 OR name ILIKE $6 OR team_name ILIKE $6 OR channel_name ILIKE $6)
       AND ($7::timestamptz IS NULL OR ${brokenFirst ? '(broken_at, id) > ($7, $8::text)' : '(created_at, id) < ($7, $8::text)'})
     ORDER BY ${brokenFirst ? 'broken_at, id' : 'created_at DESC, id DESC'}
     LIMIT ${PAGE_SIZE + 1}`,
    [
      tenantId ?? null,
      query.tenant ?? null,
      query.state ?? null,
      query.type ?? null,
      query.search ?? null,
      `%${(query.search ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`,
      place?.at ?? null,
      place?.id ?? null,
    ],
  );
  const last = rows.at(PAGE_SIZE - 1);
  return {
    items: rows.slice(0, PAGE_SIZE).map((row) => present(row, context)),
    ...(rows.length > PAGE_SIZE &&
      last && { next: writeCursor({ at: (brokenFirst && last.brokenAt) || last.createdAt, id: last.id }) }),
  };
}

/** One of them, also a removed one; undefined when there is none that the key reaches. */
export async function findListed(
  context: ListContext,
  id: string,
  tenantId: string | undefined,
): Promise<OperatedConfiguration | undefined> {
  const [row] = await select(context.look, 'id = $1 AND ($2::uuid IS NULL OR tenant_id = $2)', [
    id,
    tenantId ?? null,
  ]);
  return row && present(row, context);
}

/**
 * The page first, and only for its rows what became of them: each look is a few rows of an index that begins with
 * the configuration. What waits is ordered by urgency and number there, so the oldest is one of two first rows.
 */
function select(look: Look, condition: string, values: readonly unknown[]): Promise<ListedRow[]> {
  return look<ListedRow>(
    `WITH page AS MATERIALIZED (
       SELECT * FROM configuration WHERE ${condition}
     )
     SELECT id, tenant_id AS "tenantId", name, state, state_reason AS "stateReason",
            paused_until AS "pausedUntil", broken_at AS "brokenAt", removed_at AS "removedAt",
            event_types AS "eventTypes", host_kind AS "hostKind", team_name AS "teamName",
            channel_name AS "channelName", destination_kind AS "destinationKind",
            destination_label AS "destinationLabel", created_at AS "createdAt", updated_at AS "updatedAt",
            updated_by_name AS "updatedByName",
            (SELECT started_at
               FROM (SELECT id, started_at, verdict
                       FROM attempt
                      WHERE configuration_id = page.id
                      ORDER BY id DESC
                      LIMIT ${MOST_ATTEMPTS}) AS newest
              WHERE verdict IN ('posted', 'accepted')
              ORDER BY newest.id DESC
              LIMIT 1) AS "lastSuccessAt",
            (SELECT count(*)::int
               FROM (SELECT FROM delivery
                      WHERE configuration_id = page.id AND state = 'waiting'
                      LIMIT ${MOST_WAITING}) AS counted) AS waiting,
            least(${oldest('urgent')}, ${oldest('NOT urgent')}) AS "oldestWaitingAt"
       FROM page`,
    values,
  );
}

function oldest(urgency: string): string {
  return `(SELECT delivery.created_at FROM delivery
            WHERE configuration_id = page.id AND state = 'waiting' AND ${urgency}
            ORDER BY delivery.id LIMIT 1)`;
}

function present(row: ListedRow, { retentionDays, now }: ListContext): OperatedConfiguration {
  const { oldestWaitingAt } = row;
  return {
    id: row.id,
    tenantId: row.tenantId,
    name: row.name,
    state: row.state,
    ...(row.stateReason !== null && { stateReason: row.stateReason }),
    ...(row.state === 'paused' && row.pausedUntil && { pausedUntil: row.pausedUntil.toISOString() }),
    ...(row.state === 'broken' && row.brokenAt && { brokenAt: row.brokenAt.toISOString() }),
    ...(row.state === 'removed' && row.removedAt && { removedAt: row.removedAt.toISOString() }),
    eventTypes: row.eventTypes,
    host: {
      kind: row.hostKind,
      ...(row.teamName !== null && { teamName: row.teamName }),
      ...(row.channelName !== null && { channelName: row.channelName }),
    },
    ...(row.destinationKind && {
      destination: presentDestination(row.destinationKind, row.destinationLabel ?? ''),
    }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    updatedByName: row.updatedByName,
    ...(row.lastSuccessAt && { lastSuccessAt: row.lastSuccessAt.toISOString() }),
    waiting: row.waiting,
    ...(oldestWaitingAt && {
      oldestWaitingAt: oldestWaitingAt.toISOString(),
      usedShare: usedShare(oldestWaitingAt, retentionDays, now()),
    }),
  };
}

/** How much of the retention time has passed since, from 0 to 1. */
export function usedShare(since: Date, retentionDays: number, now: Date): number {
  return Math.min(1, Math.max(0, (now.getTime() - since.getTime()) / (retentionDays * DAY_MS)));
}
