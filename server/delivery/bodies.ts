import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Connector } from '../../manifest/connector.ts';
import type { Language } from '../cards/card.ts';
import { composeCard } from '../cards/compose.ts';
import { composeDigest, type Digest } from '../cards/digest-card.ts';
import {
  addressTo,
  blankId,
  blankKey,
  ownLinks,
  withChannelLinks,
  withEventLinks,
} from '../cards/own-links.ts';
import type { DestinationKind } from '../destinations/destination.ts';
import { destinationOf } from '../destinations/destination-of.ts';
import type { Event } from '../events/event.ts';
import { loadEvents } from '../events/stored-event.ts';
import { createBatcher } from '../storage/batcher.ts';

/** For whom a card is made: channels that want the same share one body. */
export interface Reader {
  kind: DestinationKind;
  language: Language;
  timeZone: string;
}

/** Cards as bodies, ready to be posted. */
export interface Bodies {
  /** An event that was stored just now need not be read from the database. */
  remember(eventId: bigint, event: Event): void;
  /** Throws CardError when the event is gone or its card cannot be made; other errors are the database's. */
  ofEvent(eventId: bigint, reader: Reader, configurationId: string): Promise<string>;
  ofDigest(digest: Digest, reader: Reader, configurationId: string): string;
}

export interface BodiesOptions {
  pool: Pool;
  connector: Connector;
  /** Where browsers reach this server: cards lead to its pages. */
  publicUrl: string;
  /** Where buttons post back, and the key that ties them to a channel; undefined: cards have no such buttons. */
  postBack?: { url: string; keyFor(configurationId: string, event: string): string } | undefined;
  onTemplateError(eventType: string, error: unknown): void;
}

/** A fault of the card, which trying again does not mend. */
export class CardError extends Error {
  override readonly name = 'CardError';
}

/** A body is at most 24 kB, so these are at most some 24 MB. */
const KEPT = 1_000;
/** Events wait no longer than this for their first card, unless their channel holds them back. */
const FRESH_MS = 5_000;
/** Of all of them together, as JSON. */
const FRESH_CHARACTERS = 8_000_000;

/** Reads events in batches and keeps the newest bodies: an event for thousands of channels is made once. */
export function createBodies(options: BodiesOptions): Bodies {
  const { pool, connector, publicUrl, postBack, onTemplateError } = options;
  const blank = blankId(randomBytes(16));
  const blankLinks = ownLinks(publicUrl, blank);
  const blankActionKey = blankKey(randomBytes(32));
  const bodies = new LRUCache<string, Promise<string>>({ max: KEPT });
  const fresh = new LRUCache<bigint, Event>({
    maxSize: FRESH_CHARACTERS,
    sizeCalculation: ({ data }) => JSON.stringify(data).length,
    ttl: FRESH_MS,
  });
  const readEvent = createBatcher<bigint, Event | undefined>(
    async (ids) => {
      const rows = await loadEvents(pool, ids);
      return ids.map((id) => rows.get(id));
    },
    { size: 200, concurrency: 2 },
  );

  const contextFor = ({ language, timeZone }: Reader) => ({
    language,
    timeZone,
    connector,
    templateFailed: onTemplateError,
  });

  const make = async (eventId: bigint, reader: Reader) => {
    const event = fresh.get(eventId) ?? (await readEvent(eventId));
    if (!event) throw new CardError('the event was removed');
    try {
      const card = composeCard(event, contextFor(reader));
      return destinationOf(reader.kind).render({
        ...withEventLinks(card, { number: eventId, type: event.type }, blankLinks),
        ...(postBack && {
          postBack: {
            url: postBack.url,
            configuration: blank,
            event: String(eventId),
            key: blankActionKey,
          },
        }),
      });
    } catch (error) {
      throw new CardError('the card could not be made', { cause: error });
    }
  };

  /** With links for the blank id. */
  const shared = (eventId: bigint, reader: Reader) => {
    const key = `${eventId} ${reader.kind} ${reader.language} ${reader.timeZone}`;
    const kept = bodies.get(key);
    if (kept) return kept;
    const made = make(eventId, reader);
    bodies.set(key, made);
    made.catch(() => bodies.delete(key));
    return made;
  };

  return {
    remember: (eventId, event) => void fresh.set(eventId, event),
    async ofEvent(eventId, reader, configurationId) {
      const body = addressTo(await shared(eventId, reader), blank, configurationId);
      if (!postBack || !body.includes(blankActionKey)) return body;
      return addressTo(body, blankActionKey, postBack.keyFor(configurationId, String(eventId)));
    },
    ofDigest(digest, reader, configurationId) {
      const links = ownLinks(publicUrl, configurationId);
      const card = composeDigest(digest, { ...contextFor(reader), moreUrl: links.channel });
      return destinationOf(reader.kind).render(withChannelLinks(card, links));
    },
  };
}
