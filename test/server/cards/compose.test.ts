import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Connector, connector } from '../../../manifest/connector.ts';
import type { Card } from '../../../server/cards/card.ts';
import { composeCard } from '../../../server/cards/compose.ts';
import { genericCard } from '../../../server/cards/generic-card.ts';
import type { CardTemplate } from '../../../server/cards/template.ts';
import type { Event } from '../../../server/events/event.ts';
import { eventOf } from './arbitraries.ts';
import { sampleCard } from './sample-card.ts';

const event: Event = {
  source: 'https://lights.example/north/',
  id: '1',
  type: 'lamp.lit',
  time: new Date('2026-11-21T09:30:00Z'),
  data: { title: 'The north lamp burns' },
};

/** A connector that offers the event's type, with a template or without. */
function offering(card?: CardTemplate, type = event.type): Connector {
  const title = { en: 'Lamp lit', fr: 'Lampe allumée' };
  const eventType = { type, title, description: title, suggested: true, ...(card && { card }) };
  return {
    name: 'Lighthouse',
    description: title,
    eventGroups: [{ id: 'lamps', title, eventTypes: [eventType] }],
  };
}

describe('composeCard', () => {
  it('uses the template that the connector declares for the type', () => {
    const template: CardTemplate = (lit, context) => ({
      ...genericCard(lit, context),
      title: `**${context.language}**`,
    });
    expect(composeCard(event, { language: 'fr', connector: offering(template) }).title).toBe('**fr**');
  });

  it('prefers the operator’s template to the built-in one of GitHub’s types', () => {
    const push = { ...event, type: 'github.push' };
    const mine = offering(() => sampleCard, 'github.push');
    expect(composeCard(push, { language: 'en', connector: mine }).title).toBe(sampleCard.title);
    const builtIn = composeCard(push, { language: 'en', connector: offering() });
    expect(builtIn.origin).toBe('GitHub');
  });

  it('makes a generic card of a type that it does not know, also one named like a method', () => {
    for (const type of ['com.example.unknown', 'constructor', '__proto__']) {
      const card = composeCard({ ...event, type }, { language: 'en', connector: offering() });
      expect(card.title).toBe('The north lamp burns');
    }
  });

  it('falls back to the generic card when a template throws, and tells of it', () => {
    const failures: unknown[] = [];
    const error = new Error('no such field');
    const card = composeCard(event, {
      language: 'en',
      connector: offering(() => {
        throw error;
      }),
      templateFailed: (type, failure) => failures.push([type, failure]),
    });
    expect(card.title).toBe('The north lamp burns');
    expect(failures).toEqual([['lamp.lit', error]]);
  });

  it('keeps a careless template within what a card promises', () => {
    const careless: Card = {
      ...sampleCard,
      title: '',
      summary: `one\ntwo ${'x'.repeat(200)}`,
      facts: [
        { title: 'Empty', value: ' ' },
        ...Array.from({ length: 60 }, () => ({ title: 'Kept', value: 'x' })),
      ],
      links: [
        { title: 'Bad', url: 'javascript:alert(1)' },
        ...Array.from({ length: 6 }, (_, index) => ({ title: `${index}`, url: 'https://x.example/' })),
      ],
      actor: { name: 'Octocat', url: 'javascript:alert(1)', image: 'data:image/png;base64,' },
    };
    const card = composeCard(event, { language: 'en', connector: offering(() => careless) });
    expect(card.summary).toMatch(/^one two x+…$/);
    expect(card.summary).toHaveLength(120);
    expect(card.title).toBe(card.summary);
    expect(card.facts).toEqual(Array.from({ length: 50 }, () => ({ title: 'Kept', value: 'x' })));
    expect(card.links.map(({ title }) => title)).toEqual(['0', '1', '2', '3']);
    expect(card.actor).toEqual({ name: 'Octocat' });
  });

  it('tells the lock screen the title when a template gives no summary', () => {
    const silent = offering(() => ({ ...sampleCard, summary: ' ' }));
    expect(composeCard(event, { language: 'en', connector: silent }).summary).toBe(sampleCard.title);
  });

  it('passes the channel’s language and time zone on to the rendering', () => {
    const card = composeCard(event, { language: 'fr', timeZone: 'Europe/Paris', connector });
    expect(card).toMatchObject({ language: 'fr', timeZone: 'Europe/Paris', time: event.time });
  });

  it('any_event_whatever_gives_a_card_with_a_title_and_a_plain_summary', () => {
    const types = connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type));
    fc.assert(
      fc.property(eventOf([...types, 'unknown']), (any) => {
        const card = composeCard(any, { language: 'en', connector });
        expect(card.title).not.toBe('');
        expect(card.summary).toMatch(/^[^\p{Cc}\u2028\u2029]{1,120}$/u);
        expect(card.links.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
