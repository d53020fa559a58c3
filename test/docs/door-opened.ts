import { Type } from 'typebox';
import type { EventType } from '../../manifest/connector.ts';
import { typedCard } from '../../server/cards/typed-card.ts';

export const doorOpened: EventType = {
  type: 'door.opened',
  title: { en: 'Door opened', fr: 'Porte ouverte' },
  description: { en: 'Somebody opened a door.', fr: 'Quelqu’un a ouvert une porte.' },
  suggested: true,
  card: typedCard(Type.Object({ door: Type.String(), keys: Type.Integer() }), ({ door, keys }) => ({
    title: { en: `${door} is open`, fr: `${door} est ouverte` },
    facts: [{ title: { en: 'Keys left', fr: 'Clés restantes' }, value: keys }],
  })),
};
