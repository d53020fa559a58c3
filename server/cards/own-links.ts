import type { Card, Language, Link } from './card.ts';
import { wordsIn } from './locales/in-language.ts';

/** Of a configuration's id: 128 bits in base64url. */
const ID_LENGTH = 22;
const KEY_LENGTH = 43;

/** Addresses of our own pages, about one channel. Opening them changes nothing: crawlers follow links, too. */
export interface OwnLinks {
  channel: string;
  /** The channel's page, asking whether to pause. */
  pause: string;
  /** The channel's page, asking whether to post events of this type no more. */
  mute(eventType: string): string;
  /** All that is known of an event, by its number. */
  event(number: bigint): string;
}

/** `publicUrl` is where browsers reach this server, without a slash at the end. */
export function ownLinks(publicUrl: string, configurationId: string): OwnLinks {
  const to = (page: string, query: Record<string, string> = {}) =>
    `${publicUrl}/${page}?${new URLSearchParams({ id: configurationId, ...query })}`;
  return {
    channel: to('channel'),
    pause: to('channel', { do: 'pause' }),
    mute: (eventType) => to('channel', { do: 'mute', type: eventType }),
    event: (number) => to('event', { event: String(number) }),
  };
}

/**
 * Stands for a configuration's id in a body that many channels share, so that an event for 5,000 channels is
 * rendered once. Drawn at random, so that no event can contain it, and as long as an id, so that a body within
 * its budget stays there; letters and digits alone, so that nothing on the way escapes it.
 */
export function blankId(random: Uint8Array): string {
  return Buffer.from(random).toString('hex').slice(0, ID_LENGTH);
}

/** The same for the key that ties a card's buttons to a channel: 256 bits in base64url. */
export function blankKey(random: Uint8Array): string {
  return Buffer.from(random).toString('hex').slice(0, KEY_LENGTH);
}

/** The body with a blank filled in: rendered with links for the blank id, it is for one channel. */
export function addressTo(body: string, blank: string, text: string): string {
  return body.replaceAll(blank, () => text);
}

/** The card of an event, with the way to the whole of it and to what its readers may want to change. */
export function withEventLinks(card: Card, event: { number: bigint; type: string }, links: OwnLinks): Card {
  const { own, wholeEvent } = wordsOf(card.language);
  const url = links.event(event.number);
  return {
    ...card,
    eventUrl: url,
    manage: [
      { title: wholeEvent, url },
      { title: own.mute, url: links.mute(event.type) },
      { title: own.pause, url: links.pause },
    ],
  };
}

/** The card of many events, with the way to all of them. */
export function withChannelLinks(card: Card, links: OwnLinks): Card {
  const { own } = wordsOf(card.language);
  const manage: Link[] = [
    { title: own.channel, url: links.channel },
    { title: own.pause, url: links.pause },
  ];
  return { ...card, manage };
}

function wordsOf(language: Language = 'en') {
  return wordsIn(language);
}
