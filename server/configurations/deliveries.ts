import type { Connector } from '../../manifest/connector.ts';
import { composeCard } from '../cards/compose.ts';
import type { Wait } from '../delivery/why-waiting.ts';
import { noAnswerCode } from '../destinations/network-error.ts';
import { toEvent } from '../events/stored-event.ts';
import { ProblemError } from '../problem.ts';
import type { Attempt, Configuration as Row } from '../storage/generated/client.ts';
import type { FactsContext } from './explain-facts.ts';
import { presentConfiguration } from './present.ts';
import type { DeliveryEntry, DeliveryPage } from './schema.ts';
import { readWaits } from './waits.ts';

const PAGE_SIZE = 50;
/** Counting what waits ends here. */
const MOST_WAITING = 1_000;

/** What was or will be delivered to a configuration, newest first. `cursor` is the `next` of a page before. */
export async function listDeliveries(
  { prisma, pool, windows }: FactsContext,
  connector: Connector,
  configuration: Row,
  cursor?: string,
): Promise<DeliveryPage> {
  const rows = await prisma.delivery.findMany({
    where: {
      configurationId: configuration.id,
      ...(cursor !== undefined && { id: { lt: readCursor(cursor) } }),
    },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  });
  const events = await prisma.event.findMany({ where: { id: { in: rows.map((row) => row.eventId) } } });
  const eventOf = new Map(events.map((event) => [event.id, toEvent(event)]));
  const attemptIds = rows.flatMap((row) => row.attemptId ?? []);
  const attempts = await prisma.attempt.findMany({ where: { id: { in: attemptIds } } });
  const attemptOf = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const waits = await readWaits(pool, windows, configuration.id, rows);
  const { language } = presentConfiguration(configuration);
  const items = rows.slice(0, PAGE_SIZE).flatMap((row): DeliveryEntry[] => {
    const event = eventOf.get(row.eventId);
    // Its time was over between the two reads.
    if (!event) return [];
    const entry = {
      id: String(row.id),
      event: {
        number: String(row.eventId),
        source: event.source,
        id: event.id,
        type: event.type,
        title: composeCard(event, { language, connector }).summary,
        time: event.time.toISOString(),
      },
      state: row.state,
      reason: row.reason,
      ...(row.verdict && { verdict: row.verdict }),
      ...answerOf(row.attemptId === null ? undefined : attemptOf.get(row.attemptId)),
      ...waitOf(waits.get(row.id)),
      tries: row.tries,
      dueAt: row.dueAt.toISOString(),
      ...(row.settledAt && { settledAt: row.settledAt.toISOString() }),
    };
    return [entry];
  });
  const last = rows.at(PAGE_SIZE - 1);
  return {
    items,
    waiting: await prisma.delivery.count({
      where: { configurationId: configuration.id, state: 'waiting' },
      take: MOST_WAITING,
    }),
    ...(rows.length > PAGE_SIZE && last && { next: String(last.id) }),
  };
}

/** The destination's own words, or, when it said nothing, why: those words would be ours. */
function answerOf(attempt: Attempt | undefined): Pick<DeliveryEntry, 'words' | 'noAnswer' | 'carried'> {
  if (attempt === undefined) return {};
  return {
    ...(attempt.status === null ? { noAnswer: noAnswerCode(attempt.words) } : { words: attempt.words }),
    ...(attempt.kind !== 'single' && { carried: attempt.carried }),
  };
}

function waitOf(wait: Wait | undefined): Pick<DeliveryEntry, 'wait'> {
  return wait ? { wait: { code: wait.code, ...(wait.until && { until: wait.until.toISOString() }) } } : {};
}

function readCursor(cursor: string): bigint {
  if (!/^\d{1,18}$/.test(cursor)) {
    throw new ProblemError('invalid-request', 'Pass the "next" of the page before as cursor, unchanged.');
  }
  return BigInt(cursor);
}
