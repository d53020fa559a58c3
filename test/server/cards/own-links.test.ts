import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressTo,
  blankId,
  ownLinks,
  withChannelLinks,
  withEventLinks,
} from '../../../server/cards/own-links.ts';
import { sampleCard } from './sample-card.ts';

const PUBLIC_URL = 'https://cardwire.example';
const anId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((b) => Buffer.from(b).toString('base64url'));
const aBlank = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(blankId);

describe('a link to our own pages', () => {
  it('names the channel and what is meant, whatever the event type is called', () => {
    fc.assert(
      fc.property(
        anId,
        fc.string({ unit: 'grapheme' }),
        fc.bigInt({ min: 1n, max: 2n ** 63n }),
        (id, type, number) => {
          const links = ownLinks(PUBLIC_URL, id);
          const mute = new URL(links.mute(type));
          expect(mute.origin + mute.pathname).toBe(`${PUBLIC_URL}/channel`);
          expect(Object.fromEntries(mute.searchParams)).toEqual({
            id,
            do: 'mute',
            type: type.toWellFormed(),
          });
          const event = new URL(links.event(number));
          expect(event.pathname).toBe('/event');
          expect(Object.fromEntries(event.searchParams)).toEqual({ id, event: String(number) });
        },
      ),
    );
  });
});

describe('a body that many channels share', () => {
  it('becomes, for each, the body that would have been rendered for it alone', () => {
    fc.assert(
      fc.property(anId, aBlank, fc.string(), (id, blank, text) => {
        const render = (configurationId: string) =>
          JSON.stringify({ text, links: ownLinks(PUBLIC_URL, configurationId), more: text });
        const addressed = addressTo(render(blank), blank, id);
        expect(addressed).toBe(render(id));
        expect(addressed).toHaveLength(render(blank).length);
      }),
    );
  });
});

describe('a card', () => {
  const links = ownLinks(PUBLIC_URL, 'bG9va2luZ19mb3JfY2FyZA');

  it('of an event leads to the whole of it, to muting its kind and to a pause', () => {
    const card = withEventLinks(sampleCard, { number: 7n, type: 'task.created' }, links);
    expect(card.eventUrl).toBe(links.event(7n));
    expect(card.manage?.map(({ url }) => url)).toEqual([
      links.event(7n),
      links.mute('task.created'),
      links.pause,
    ]);
  });

  it('of many events leads to all of them and to a pause, in its own language', () => {
    const card = withChannelLinks({ ...sampleCard, language: 'fr' }, links);
    expect(card.manage).toEqual([
      { title: 'Tous les événements de ce canal', url: links.channel },
      { title: 'Mettre en pause 1\u00a0heure', url: links.pause },
    ]);
  });
});
