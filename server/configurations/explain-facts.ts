import type { Pool } from 'pg';
import type { PaceWindow } from '../delivery/pace.ts';
import type { Delivery, PrismaClient, Configuration as Row } from '../storage/generated/client.ts';
import type { StoryFacts } from './explain.ts';
import { findObstacle } from './explain-filter.ts';
import type { Filter } from './filter-schema.ts';
import { readWaits } from './waits.ts';

export interface FactsContext {
  prisma: PrismaClient;
  pool: Pool;
  windows: readonly PaceWindow[];
}

/** More attempts than the plan of retries has; a delivery that was replayed often shows its newest. */
const MOST_ATTEMPTS = 50;
/** Counting those ahead ends here. */
const MOST_AHEAD = 10_000;

/** Reads what is known of an event and a configuration. Another organisation's event counts as unknown. */
export async function readFacts(
  { prisma, pool, windows }: FactsContext,
  configuration: Row,
  { source, id }: { source: string; id: string },
): Promise<StoryFacts> {
  const event = await prisma.event.findUnique({
    where: { source_sourceId: { source, sourceId: id } },
  });
  if (!event || (event.tenantId !== null && event.tenantId !== configuration.tenantId)) {
    return {
      configuration,
      event: undefined,
      obstacle: undefined,
      delivery: undefined,
      attempts: [],
      wait: undefined,
    };
  }
  const delivery = await prisma.delivery.findUnique({
    where: { eventId_configurationId: { eventId: event.id, configurationId: configuration.id } },
  });
  // Only what the schema lets in is stored.
  const filter = configuration.filter as Filter | null;
  return {
    configuration,
    event: { type: event.type, acceptedAt: event.receivedAt },
    obstacle: !delivery && filter ? await findObstacle(pool, event.id, filter) : undefined,
    delivery: delivery ?? undefined,
    attempts: delivery ? await readAttempts(prisma, delivery) : [],
    wait: delivery?.state === 'waiting' ? await readWait(pool, windows, delivery) : undefined,
  };
}

/**
 * The attempts that carried a delivery, oldest first: those made for it, and cards for many whose range holds
 * it. An urgent one is never on such a card, nor is one that was settled before.
 */
async function readAttempts(prisma: PrismaClient, delivery: Delivery) {
  const { id, configurationId, urgent, settledAt, attemptId } = delivery;
  const attempts = await prisma.attempt.findMany({
    where: {
      configurationId,
      OR: [
        { firstDeliveryId: id },
        ...(attemptId === null ? [] : [{ id: attemptId }]),
        ...(urgent
          ? []
          : [
              {
                firstDeliveryId: { lte: id },
                lastDeliveryId: { gte: id },
                ...(settledAt && { startedAt: { lte: settledAt } }),
              },
            ]),
      ],
    },
    orderBy: { id: 'desc' },
    take: MOST_ATTEMPTS,
  });
  return attempts.reverse();
}

async function readWait(
  pool: Pool,
  windows: readonly PaceWindow[],
  delivery: Delivery,
): Promise<StoryFacts['wait']> {
  const { id, configurationId, urgent } = delivery;
  const wait = (await readWaits(pool, windows, configurationId, [delivery])).get(id);
  if (!wait) return undefined;
  const { rows } = await pool.query<{ ahead: number }>(
    `SELECT count(*)::int AS ahead
       FROM (SELECT FROM delivery
              WHERE configuration_id = $1
                AND state = 'waiting'
                AND ((urgent AND NOT $3) OR (urgent = $3 AND id < $2))
              LIMIT ${MOST_AHEAD}) AS counted`,
    [configurationId, id, urgent],
  );
  return { ...wait, ahead: rows[0]?.ahead ?? 0 };
}
