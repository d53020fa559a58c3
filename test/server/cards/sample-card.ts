import type { Card } from '../../../server/cards/card.ts';

/** A card with everything that a card can have. */
export const sampleCard: Card = {
  title: 'Octocat pushed 3 commits to **main**',
  summary: 'Octocat pushed 3 commits to main',
  severity: 'warning',
  actor: { name: 'Octo_cat', url: 'https://github.com/octocat', image: 'https://github.com/octocat.png' },
  facts: [
    { title: 'Branch', value: 'main' },
    { title: 'a*b', value: '[link](https://x.example/)' },
  ],
  text: '- one\n- two',
  links: [
    { title: 'View changes', url: 'https://github.com/octo/hello/compare/main' },
    { title: 'Write', url: 'mailto:octo@example.com' },
  ],
  actions: [
    { id: 'revert', title: 'Revert', done: 'It is being reverted.' },
    { id: 'praise', title: 'Praise' },
  ],
  postBack: {
    url: 'https://cardwire.example/api/card-actions',
    configuration: 'AAECAwQFBgcICQoLDA0ODw',
    event: '7',
    key: 'a-key',
  },
  mentions: [
    { id: '5b9a2f0c-1111-4222-8333-444455556666', name: 'Ada Marsh' },
    { id: 'bo@contoso.com', name: 'Bo' },
  ],
  manage: [
    { title: 'Pause for 1 hour', url: 'https://cardwire.example/channel?do=pause' },
    { title: 'Mute this kind here', url: 'https://cardwire.example/channel?do=mute' },
  ],
  eventUrl: 'https://cardwire.example/event?event=1',
  origin: 'GitHub · octo/hello_world',
  time: new Date('2026-03-12T13:05:09.123Z'),
  language: 'en',
};

/** A card with nothing that a card can do without. */
export const smallestCard: Card = {
  title: 'Hello',
  summary: 'Hello',
  severity: 'info',
  facts: [],
  links: [],
};
