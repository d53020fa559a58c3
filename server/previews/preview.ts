import type { PostBack } from '../cards/card.ts';
import { type ComposeContext, composeCard } from '../cards/compose.ts';
import type { DestinationKind } from '../destinations/destination.ts';
import { destinationOf } from '../destinations/destination-of.ts';
import type { Event } from '../events/event.ts';
import type { Preview } from './schema.ts';

/** An event's card as a webhook of this kind would get it. */
export function preview(
  event: Event,
  kind: DestinationKind,
  { postBack, ...context }: ComposeContext & { postBack: PostBack | undefined },
): Omit<Preview, 'sample'> {
  const card = composeCard(event, context);
  const body = destinationOf(kind).render({ ...card, postBack });
  return { kind, payload: JSON.parse(body), bytes: Buffer.byteLength(body), title: card.summary };
}
