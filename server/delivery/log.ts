import type { Judgement } from '../destinations/verdict.ts';
import type { Event } from '../events/event.ts';
import { toEvent } from '../events/stored-event.ts';
import type { Configuration, PrismaClient } from '../storage/generated/client.ts';

/** A delivery whose turn it is. */
export interface DueDelivery {
  id: bigint;
  tries: number;
  event: Event;
}

/** The oldest waiting delivery of a configuration, if it is due; the ones after it wait for it. */
export async function nextDelivery(
  prisma: PrismaClient,
  configurationId: string,
  now: Date,
): Promise<DueDelivery | undefined> {
  const row = await prisma.delivery.findFirst({
    where: { configurationId, state: 'waiting' },
    orderBy: { id: 'asc' },
    include: { event: true },
  });
  if (!row || row.dueAt > now) return undefined;
  return { id: row.id, tries: row.tries, event: toEvent(row.event) };
}

/** What an attempt came to, and what follows from it. */
export interface Outcome {
  startedAt: Date;
  durationMs: number;
  status: number | undefined;
  judgement: Judgement;
  /** When to try again; undefined when the delivery is settled or the destination is dead. */
  retryAt: Date | undefined;
}

/**
 * Records an attempt and its delivery together. An attempt that is to be repeated holds the whole
 * configuration back, so that order is kept; a dead destination makes it broken and leaves the queue.
 */
export async function recordAttempt(
  prisma: PrismaClient,
  configuration: Configuration,
  delivery: DueDelivery,
  outcome: Outcome,
): Promise<void> {
  const { startedAt, durationMs, status, judgement, retryAt } = outcome;
  const { verdict, words, contextId } = judgement;
  const endedAt = new Date(startedAt.getTime() + durationMs);
  await prisma.$transaction(async (tx) => {
    const attempt = await tx.attempt.create({
      data: {
        configurationId: configuration.id,
        startedAt,
        durationMs,
        status: status ?? null,
        verdict,
        words,
        contextId: contextId ?? null,
      },
    });
    await tx.delivery.update({
      where: { id: delivery.id },
      data: { attemptId: attempt.id, verdict, tries: { increment: 1 }, ...settle(outcome, endedAt) },
    });
    if (retryAt) {
      await tx.configuration.update({ where: { id: configuration.id }, data: { holdUntil: retryAt } });
    } else if (verdict === 'dead') {
      await tx.configuration.updateMany({
        // Only if nobody gave it a new destination meanwhile.
        where: { id: configuration.id, destinationUrl: configuration.destinationUrl, state: 'active' },
        data: { state: 'broken', stateReason: words },
      });
    }
  });
}

function settle({ judgement, retryAt }: Outcome, at: Date) {
  switch (judgement.verdict) {
    case 'posted':
      return { state: 'sent' as const, reason: 'Teams posted it.', settledAt: at };
    case 'accepted':
      return {
        state: 'sent' as const,
        reason: 'The Workflow took it; it does not say whether it was posted.',
        settledAt: at,
      };
    case 'card_wrong':
      return { state: 'failed' as const, reason: 'Teams refused this card.', settledAt: at };
    case 'dead':
      return { reason: 'It waits for a new webhook address.' };
    case 'try_again':
      return retryAt
        ? { dueAt: retryAt, reason: 'It is tried again.' }
        : { state: 'failed' as const, reason: 'All attempts are used up.', settledAt: at };
  }
}
