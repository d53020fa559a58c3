import { describe, expect, it } from 'vitest';
import { type Connector, connector as ours } from '../../../manifest/connector.ts';
import { eventTypeTitle, offer, offeredFields, unknownEventTypes } from '../../../server/events/catalog.ts';

const words = (en: string, fr: string) => ({ en, fr });

const connector: Connector = {
  name: 'Lighthouse',
  description: words('Lamps', 'Lampes'),
  eventGroups: [
    {
      id: 'lamps',
      title: words('Lamps', 'Lampes'),
      eventTypes: [
        {
          type: 'lamp.lit',
          title: words('Lamp lit', 'Lampe allumée'),
          description: words('It burns.', 'Elle brûle.'),
          suggested: true,
          filterFields: [{ field: 'hours', title: words('Hours', 'Heures'), kind: 'text' }],
          card: () => {
            throw new Error('is not asked for a card');
          },
        },
      ],
    },
    { id: 'empty', title: words('Empty', 'Vide'), eventTypes: [] },
  ],
};

describe('offer', () => {
  it('tells groups and event types in the language asked for, and nothing else', () => {
    expect(offer(connector, 'fr')).toEqual([
      {
        id: 'lamps',
        title: 'Lampes',
        eventTypes: [
          {
            type: 'lamp.lit',
            title: 'Lampe allumée',
            description: 'Elle brûle.',
            suggested: true,
            filterFields: ['hours'],
          },
        ],
      },
      { id: 'empty', title: 'Vide', eventTypes: [] },
    ]);
    expect(offer(connector, 'en')[0]?.eventTypes[0]?.title).toBe('Lamp lit');
  });
});

describe('offeredFields', () => {
  it('names what filters can ask once, however many event types have it', () => {
    const twice = { ...connector, eventGroups: [...connector.eventGroups, ...connector.eventGroups] };
    expect(offeredFields(twice, 'fr')).toEqual([{ field: 'hours', title: 'Heures', kind: 'text' }]);
  });

  it('tells how a sentence names them, and which of them say who acted', () => {
    const inFrench = offeredFields(ours, 'fr');
    expect(inFrench.find(({ field }) => field === 'branch')?.inSentence).toBe('la branche');
    expect(inFrench.filter(({ role }) => role).map(({ field, role }) => [field, role])).toEqual([
      ['actor.login', 'person'],
      ['bot', 'bot'],
    ]);
  });
});

describe('unknownEventTypes', () => {
  it('names those that are not offered, in the order given', () => {
    expect(unknownEventTypes(connector, ['zebra', 'lamp.lit', 'ape'])).toEqual(['zebra', 'ape']);
    expect(unknownEventTypes(connector, ['lamp.lit'])).toEqual([]);
  });
});

describe('eventTypeTitle', () => {
  it('is in the language asked for', () => {
    expect(eventTypeTitle(connector, 'lamp.lit', 'fr')).toBe('Lampe allumée');
  });

  it('is the type itself when it is not offered', () => {
    expect(eventTypeTitle(connector, 'constructor', 'en')).toBe('constructor');
  });
});
