import { setTimeout as delay } from 'node:timers/promises';
import type { Connector } from '../../manifest/connector.ts';
import { composeCard } from '../cards/compose.ts';
import { destinationOf } from '../destinations/destination-of.ts';
import type { Poster } from '../destinations/post.ts';
import type { Configuration, PrismaClient } from '../storage/generated/client.ts';
import type { Vault } from '../storage/vault.ts';
import { type DueDelivery, nextDelivery, type Outcome, recordAttempt } from './log.ts';
import { retryDelayMs } from './retry.ts';

export interface DrainContext {
  prisma: PrismaClient;
  vault: Vault;
  poster: Poster;
  connector: Connector;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
}

/** What Teams allows a webhook: 4 messages a second. */
const GAP_MS = 250;
/** A drain gives its place back after this time; the channel goes on in a new job. */
const DRAIN_LIMIT_MS = 20_000;

/**
 * Delivers what is due for one configuration, in order, one after the other. The queue sees to it that no
 * two drains of one configuration run at a time. Answers whether more may be due at once.
 *
 * A crash between the POST and its record repeats that one attempt: nothing is lost, one card may come twice.
 */
export async function drain(
  context: DrainContext,
  configurationId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { prisma, now } = context;
  const deadline = now().getTime() + DRAIN_LIMIT_MS;
  while (!signal.aborted) {
    const configuration = await prisma.configuration.findUnique({ where: { id: configurationId } });
    if (!configuration || !mayPost(configuration, now())) return false;
    const delivery = await nextDelivery(prisma, configurationId, now());
    if (!delivery) return false;
    if (now().getTime() > deadline) return true;
    const outcome = await attempt(context, configuration, delivery);
    await recordAttempt(prisma, configuration, delivery, outcome);
    if (outcome.retryAt || outcome.judgement.verdict === 'dead') return false;
    await delay(GAP_MS, undefined, { signal }).catch(() => {});
  }
  return true;
}

function mayPost(configuration: Configuration, now: Date): boolean {
  return (
    configuration.state === 'active' && (configuration.holdUntil === null || configuration.holdUntil <= now)
  );
}

async function attempt(
  context: DrainContext,
  configuration: Configuration,
  delivery: DueDelivery,
): Promise<Outcome> {
  const { vault, poster, connector, now, random } = context;
  const { destinationKind, destinationUrl } = configuration;
  if (!destinationKind || !destinationUrl)
    throw new Error('a configuration without a destination has deliveries');
  const destination = destinationOf(destinationKind);
  const language = configuration.language === 'fr' ? 'fr' : 'en';
  const card = composeCard(delivery.event, { language, connector });
  const startedAt = now();
  const answer = await poster.post(vault.open(destinationUrl, configuration.id), destination.render(card));
  const endedAt = now();
  const judgement = destination.judge(answer, endedAt);
  const wait =
    judgement.verdict === 'try_again' ? retryDelayMs(delivery.tries + 1, judgement, random()) : undefined;
  return {
    startedAt,
    durationMs: Math.max(0, endedAt.getTime() - startedAt.getTime()),
    status: answer.kind === 'response' ? answer.status : undefined,
    judgement,
    retryAt: wait === undefined ? undefined : new Date(endedAt.getTime() + wait),
  };
}
