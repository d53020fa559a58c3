import type { PostBack } from '../cards/card.ts';
import { type ComposeContext, composeCard } from '../cards/compose.ts';
import { type OwnLinks, withEventLinks } from '../cards/own-links.ts';
import type { DestinationKind } from '../destinations/destination.ts';
import { destinationOf } from '../destinations/destination-of.ts';
import type { Event } from '../events/event.ts';
import type { Preview } from './schema.ts';

/** For a channel that is set up: the number of the event, and the links to the channel's pages. */
interface Linked {
  number: bigint;
  links: OwnLinks;
}

/** An event's card as a webhook of this kind would get it. */
export function preview(
  event: Event,
  kind: DestinationKind,
  { postBack, linked, ...context }: ComposeContext & { postBack: PostBack | undefined; linked?: Linked },
): Omit<Preview, 'sample'> {
  const composed = composeCard(event, context);
  const card = linked
    ? withEventLinks(composed, { number: linked.number, type: event.type }, linked.links)
    : composed;
  const body = destinationOf(kind).render({ ...card, postBack });
  return { kind, payload: JSON.parse(body), bytes: Buffer.byteLength(body), title: card.summary };
}
