import fc from 'fast-check';
import { expect, it } from 'vitest';
import { convertMessageCard } from '../../../../web/shared/card-view/convert-message-card.ts';

it('turns title, text, sections and link buttons into an Adaptive Card', () => {
  const { card, color, otherButtons } = convertMessageCard({
    '@type': 'MessageCard',
    summary: 'A summary',
    themeColor: 'c4314b',
    title: 'Build failed',
    text: 'On **main**.',
    sections: [
      {
        activityTitle: 'Ada',
        activitySubtitle: 'just now',
        activityImage: 'https://a.example/ada.png',
        facts: [{ name: 'Branch', value: 'main' }],
      },
    ],
    potentialAction: [
      { '@type': 'OpenUri', name: 'View', targets: [{ os: 'default', uri: 'https://a.example/' }] },
      { '@type': 'ActionCard', name: 'Retry', actions: [] },
      { '@type': 'HttpPOST', name: 'Approve', target: 'https://a.example/approve' },
    ],
  });
  expect(color).toBe('#c4314b');
  expect(otherButtons).toEqual(['Retry']);
  expect(card).toMatchObject({
    type: 'AdaptiveCard',
    body: [
      { type: 'TextBlock', text: 'Build failed', wrap: true },
      { type: 'TextBlock', text: 'On **main**.', wrap: true },
      {
        type: 'Container',
        items: [
          {
            type: 'ColumnSet',
            columns: [
              { items: [{ type: 'Image', url: 'https://a.example/ada.png', style: 'person' }] },
              { items: [{ text: 'Ada' }, { text: 'just now' }] },
            ],
          },
          { type: 'FactSet', facts: [{ title: 'Branch', value: 'main' }] },
        ],
      },
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'View', url: 'https://a.example/' },
      // Its place among all buttons, those that are not drawn counted.
      { type: 'Action.Submit', title: 'Approve', data: { button: 2 }, isEnabled: false },
    ],
  });
});

it('shows no more than Teams does: ten sections, four buttons', () => {
  const { card } = convertMessageCard({
    sections: Array.from({ length: 12 }, () => ({ text: 'x' })),
    potentialAction: Array.from({ length: 6 }, () => ({
      '@type': 'OpenUri',
      name: 'View',
      targets: [{ uri: 'https://a.example/' }],
    })),
  });
  expect(card).toHaveProperty('body.length', 10);
  expect(card).toHaveProperty('actions.length', 4);
});

it.each(['javascript:alert(1)', 'data:text/html,x', '//a.example', ''])(
  'makes no button of the address %j',
  (uri) => {
    const potentialAction = [{ '@type': 'OpenUri', name: 'View', targets: [{ uri }] }];
    expect(convertMessageCard({ potentialAction })).toMatchObject({
      card: { actions: [] },
      otherButtons: ['View'],
    });
  },
);

it.each(['red', '#12345', 'c4314b; background: url(x)', 7])('takes %j for no colour', (themeColor) => {
  expect(convertMessageCard({ themeColor })).not.toHaveProperty('color');
});

it('any_card_whatever_gives_an_adaptive_card', () => {
  const names = [
    'title',
    'text',
    'sections',
    'facts',
    'images',
    'potentialAction',
    'targets',
    'name',
    '@type',
  ];
  const card = fc.dictionary(fc.constantFrom(...names), fc.anything());
  fc.assert(
    fc.property(fc.oneof(card, fc.anything(), fc.record({ sections: fc.array(card) })), (content) => {
      expect(convertMessageCard(content).card).toMatchObject({ type: 'AdaptiveCard' });
    }),
  );
});
