import type { Connector } from '../../../manifest/connector.ts';
import { samplePostBack } from '../../card-actions/post-back.ts';
import type { Card, Language } from '../../cards/card.ts';
import { type ComposeContext, composeCard } from '../../cards/compose.ts';
import { composeDigest } from '../../cards/digest-card.ts';
import { ownLinks, withChannelLinks, withEventLinks } from '../../cards/own-links.ts';
import { composeTestCard, type TestCard } from '../../cards/test-card.ts';
import type { DestinationKind } from '../../destinations/destination.ts';
import { destinationOf } from '../../destinations/destination-of.ts';
import type { Event } from '../../events/event.ts';
import { sampleEvent } from '../../events/samples/sample-event.ts';
import type { GalleryCard } from '../schema.ts';
import { galleryDigests } from './gallery-digests.ts';
import { SPECIAL_EVENT_IDS, specialEvent } from './special-events.ts';

/** Always the same, so that the cards are, too. */
const NOW = new Date('2026-11-21T09:30:00Z');
const TIME_ZONE = 'Europe/Paris';

/** As long as real addresses, which lead nowhere here. */
const PUBLIC_URL = 'https://cardwire.example';
const POST_BACK = samplePostBack(PUBLIC_URL);
const LINKS = ownLinks(PUBLIC_URL, POST_BACK.configuration);
const EVENT_NUMBER = 1_204n;

const KINDS: readonly DestinationKind[] = ['workflow', 'connector'];

/** Every card that there is, in one language: of each event type, and of everything else that cards can be. */
export function gallery(connector: Connector, language: Language): GalleryCard[] {
  const context: ComposeContext = { connector, language, timeZone: TIME_ZONE, templateFailed };
  const types = connector.eventGroups.flatMap((group) =>
    group.eventTypes.map(({ type, title }) =>
      shown(type, title[language], eventCard(sampleEvent(connector, type, NOW), context)),
    ),
  );
  const digests = [...galleryDigests(connector, NOW)].map(([kind, digest]) =>
    shown(
      `digest.${kind}`,
      undefined,
      withChannelLinks(composeDigest(digest, { ...context, moreUrl: LINKS.channel }), LINKS),
    ),
  );
  const specials = SPECIAL_EVENT_IDS.map((id) =>
    shown(`special.${id}`, undefined, eventCard(specialEvent(id, NOW), context)),
  );
  const tests = (['connected', 'test'] as const).map((kind) =>
    shown(
      `test.${kind}`,
      undefined,
      withChannelLinks(composeTestCard(testCard(connector, kind), context), LINKS),
    ),
  );
  return [...types, ...digests, ...tests, ...specials];
}

function eventCard(event: Event, context: ComposeContext): Card {
  return withEventLinks(composeCard(event, context), { number: EVENT_NUMBER, type: event.type }, LINKS);
}

function testCard(connector: Connector, kind: TestCard['kind']): TestCard {
  const eventTypes = connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type));
  return { kind, name: 'Release news', by: 'Ada Marsh', eventTypes: eventTypes.slice(0, 12), at: NOW };
}

/** A template's fault shows here and in the tests of golden files, not only in a log. */
function templateFailed(_type: string, error: unknown): never {
  throw error;
}

function shown(id: string, title: string | undefined, card: Card): GalleryCard {
  const bodies = KINDS.map((kind) => {
    const body = destinationOf(kind).render({ ...card, postBack: POST_BACK });
    return { kind, payload: JSON.parse(body), bytes: Buffer.byteLength(body) };
  });
  return { id, title: title ?? card.summary, bodies };
}
