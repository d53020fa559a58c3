import { randomUUID } from 'node:crypto';
import type { Connector } from '../../manifest/connector.ts';
import { answeredCard } from '../cards/answered-card.ts';
import type { Action, Card } from '../cards/card.ts';
import { composeCard } from '../cards/compose.ts';
import { wordsIn } from '../cards/locales/in-language.ts';
import { renderMessageCard } from '../cards/message-card.ts';
import { ownLinks, withEventLinks } from '../cards/own-links.ts';
import { presentConfiguration } from '../configurations/present.ts';
import { findConfiguration, type StoreContext } from '../configurations/store.ts';
import type { Event } from '../events/event.ts';
import { toEvent } from '../events/stored-event.ts';
import type { User } from '../identity/entra.ts';
import { ProblemError } from '../problem.ts';
import type { Configuration } from '../storage/generated/client.ts';
import { isActionKey } from './action-key.ts';
import { forwardedBody } from './forwarded-body.ts';
import type { CardActionRequest } from './schema.ts';

export interface PressContext extends StoreContext {
  connector: Connector;
  /** Where browsers reach this server. */
  publicUrl: string;
}

/** What the person who pressed a button gets to see. */
export interface PressAnswer {
  /** A plain line, in the channel's language. */
  status: string;
  /** The MessageCard that takes the place of the one with the button. */
  card: string;
  /** Whether somebody had answered the card before: then nothing was stored. */
  repeated: boolean;
}

/**
 * Takes a pressed button: it is stored, to be forwarded, before this answers. A card is answered once; whoever
 * presses later, or the same request again, learns of the first answer. Throws ProblemError for a button that is
 * none of ours, another organisation's channel, and what is gone. Fails closed.
 */
export async function press(
  context: PressContext,
  person: User,
  request: CardActionRequest,
): Promise<PressAnswer> {
  if (!isActionKey(context.vault, request.configuration, request.event, request.key)) throw refused();
  const configuration = await findConfiguration(context, person, request.configuration);
  const event = await readEvent(context, request.event);
  const card = cardFor(context, configuration, event, BigInt(request.event));
  const action = card.actions?.find(({ id }) => id === request.action);
  if (!action) throw refused();

  const at = context.now();
  const key = { configurationId: configuration.id, eventId: BigInt(request.event) };
  const { count } = await context.prisma.cardAction.createMany({
    data: {
      id: randomUUID(),
      ...key,
      title: action.title,
      pressedByName: person.name,
      pressedAt: at,
      body: forwardedBody({ action, person, channel: configuration, event, at }),
      dueAt: at,
    },
    skipDuplicates: true,
  });
  const first = await context.prisma.cardAction.findUniqueOrThrow({
    where: { configurationId_eventId: key },
  });
  const answer = { title: first.title, by: first.pressedByName, at: first.pressedAt };
  return {
    status: count === 1 ? thanks(card, action) : wordsOf(card).already(answer.title, answer.by),
    card: renderMessageCard(answeredCard(card, answer)),
    repeated: count === 0,
  };
}

async function readEvent({ prisma }: PressContext, number: string): Promise<Event> {
  const row = await prisma.event.findUnique({ where: { id: BigInt(number) } });
  if (row) return toEvent(row);
  throw new ProblemError('event-not-found', 'The event of this card is older than events are kept.');
}

/** The card as the channel got it. What its template does not say any more cannot be pressed. */
function cardFor(
  { connector, publicUrl }: PressContext,
  configuration: Configuration,
  event: Event,
  number: bigint,
): Card {
  const { language, timeZone } = presentConfiguration(configuration);
  const card = composeCard(event, { language, timeZone, connector });
  return withEventLinks(card, { number, type: event.type }, ownLinks(publicUrl, configuration.id));
}

function thanks(card: Card, { title, done }: Action): string {
  return done ?? wordsOf(card).passedOn(title);
}

function wordsOf({ language = 'en' }: Card) {
  return wordsIn(language).pressed;
}

function refused(): ProblemError {
  return new ProblemError('action-refused', 'No card of ours has such a button, or it has none any more.');
}
