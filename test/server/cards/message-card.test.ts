import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Card } from '../../../server/cards/card.ts';
import { renderMessageCard } from '../../../server/cards/message-card.ts';
import { anyCard } from './arbitraries.ts';
import { messageCardErrors } from './message-card-schema.ts';
import { sampleCard, smallestCard } from './sample-card.ts';

const render = (card: Card) => JSON.parse(renderMessageCard(card));

describe('renderMessageCard', () => {
  it('shows everything that the card has', () => {
    expect(render(sampleCard)).toEqual({
      '@type': 'MessageCard',
      '@context': 'https://schema.org/extensions',
      summary: 'Octocat pushed 3 commits to main',
      themeColor: 'F7B500',
      sections: [
        {
          activityTitle: 'Octocat pushed 3 commits to **main**',
          activitySubtitle: String.raw`**⚠ Warning** · [Octo\_cat](https://github.com/octocat) · GitHub · octo/hello\_world · Mar 12, 2026, 1:05 PM UTC`,
          activityImage: 'https://github.com/octocat.png',
          text: '- one\n- two\n\nAda Marsh, Bo',
          facts: [
            { name: 'Branch', value: 'main' },
            { name: String.raw`a\*b`, value: '[link](https://x.example/)' },
          ],
          markdown: true,
        },
        {
          text: '[Pause for 1 hour](https://cardwire.example/channel?do=pause) · [Mute this kind here](https://cardwire.example/channel?do=mute)',
          markdown: true,
        },
      ],
      potentialAction: [
        {
          '@type': 'OpenUri',
          name: 'View changes',
          targets: [{ os: 'default', uri: 'https://github.com/octo/hello/compare/main' }],
        },
        {
          '@type': 'OpenUri',
          name: 'Write',
          targets: [{ os: 'default', uri: 'mailto:octo@example.com' }],
        },
        {
          '@type': 'HttpPOST',
          name: 'Revert',
          target: 'https://cardwire.example/api/card-actions',
          body: '{"configuration":"AAECAwQFBgcICQoLDA0ODw","event":"7","action":"revert","key":"a-key"}',
          bodyContentType: 'application/json',
        },
        expect.objectContaining({ name: 'Praise' }),
      ],
    });
  });

  it('has no buttons that post back where nothing takes their posts', () => {
    expect(render({ ...sampleCard, postBack: undefined }).potentialAction).toHaveLength(2);
  });

  it('gives links the room that buttons leave, and says how many had none', () => {
    const links = Array.from({ length: 4 }, (_, index) => ({ title: `${index}`, url: 'https://a.example/' }));
    const { potentialAction, sections } = render({ ...sampleCard, links });
    expect(potentialAction.map(({ name }: { name: string }) => name)).toEqual(['0', '1', 'Revert', 'Praise']);
    expect(sections[1].text).toContain('Shortened to fit: 2 buttons left out.');
  });

  it('keeps one link however many buttons post back, and of two with one id the first', () => {
    const ids = ['a', 'a', 'b', 'c', 'd', 'not an id', 'x'.repeat(65)];
    const actions = ids.map((id, index) => ({ id, title: `${id} ${index}` }));
    const { potentialAction } = render({ ...sampleCard, actions });
    expect(potentialAction.map(({ name }: { name: string }) => name)).toEqual([
      'View changes',
      'a 0',
      'b 2',
      'c 3',
    ]);
  });

  it('leaves out what the card does not have', () => {
    expect(render(smallestCard).sections).toEqual([{ activityTitle: 'Hello', markdown: true }]);
    expect(render(smallestCard)).not.toHaveProperty('potentialAction');
  });

  test.each(['info', 'success', 'warning', 'error'] as const)('gives %s a colour of its own', (severity) => {
    const others = (['info', 'success', 'warning', 'error'] as const).filter((other) => other !== severity);
    const colourOf = (of: Card['severity']) => render({ ...smallestCard, severity: of }).themeColor;
    expect(others.map(colourOf)).not.toContain(colourOf(severity));
  });

  it('is_valid_whatever_the_card', () => {
    fc.assert(
      fc.property(fc.oneof(anyCard, fc.constantFrom(sampleCard, smallestCard)), (card) => {
        expect(messageCardErrors(render(card))).toEqual([]);
      }),
    );
  });
});
