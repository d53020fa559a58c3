import type { Connector } from '../../manifest/connector.ts';
import { composeCard } from '../cards/compose.ts';
import { eventTypeTitle } from '../events/catalog.ts';
import { toEvent } from '../events/stored-event.ts';
import { ProblemError } from '../problem.ts';
import type { Configuration as Row } from '../storage/generated/client.ts';
import type { EventDetail } from './event-schema.ts';
import { type FactsContext, readFacts } from './explain-facts.ts';
import { presentConfiguration } from './present.ts';
import { presentExplanation } from './present-explanation.ts';

/** 18 digits fit into PostgreSQL's bigint, whatever they are. */
const NUMBER = /^\d{1,18}$/;

/**
 * An event by its number, if it was meant for this configuration: those that it has a delivery of. Throws
 * `event-not-found`, the same for one that never was, for other channels' and for what is no number, so that
 * trying numbers tells nothing.
 */
export async function readEventDetail(
  context: FactsContext,
  connector: Connector,
  configuration: Row,
  number: string,
): Promise<EventDetail> {
  const delivery = NUMBER.test(number)
    ? await context.prisma.delivery.findFirst({
        where: { configurationId: configuration.id, eventId: BigInt(number) },
      })
    : null;
  const row = delivery && (await context.prisma.event.findUnique({ where: { id: delivery.eventId } }));
  if (!row) {
    throw new ProblemError(
      'event-not-found',
      'It was not meant for this channel, or is older than events are kept.',
    );
  }
  const event = toEvent(row);
  const { language } = presentConfiguration(configuration);
  const { source, id, type, subject, time, data } = event;
  return {
    number: String(row.id),
    source,
    id,
    type,
    typeTitle: eventTypeTitle(connector, type, language),
    title: composeCard(event, { language, connector }).summary,
    ...(subject !== undefined && { subject }),
    time: time.toISOString(),
    acceptedAt: row.receivedAt.toISOString(),
    data,
    explanation: presentExplanation(await readFacts(context, configuration, { source, id })),
  };
}
