import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { renderAdaptiveCard } from '../../../server/cards/adaptive-card.ts';
import type { Card } from '../../../server/cards/card.ts';
import { valueAt } from '../../../server/events/fields.ts';
import { validationEvents } from './adaptive-cards-library.ts';
import { anyCard } from './arbitraries.ts';
import { sampleCard, smallestCard } from './sample-card.ts';

const render = (card: Card) => JSON.parse(renderAdaptiveCard(card));
const contentOf = (card: Card) => render(card).attachments[0].content;

/** Every TextBlock of a card, at any depth. */
function textBlocksIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = valueAt(value, 'type') === 'TextBlock' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(textBlocksIn)];
}

describe('renderAdaptiveCard', () => {
  it('wraps the card as a workflow’s webhook takes it', () => {
    expect(render(sampleCard)).toMatchObject({
      type: 'message',
      summary: 'Octocat pushed 3 commits to main',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: {
            type: 'AdaptiveCard',
            version: '1.4',
            msteams: { width: 'Full' },
            fallbackText: 'Octocat pushed 3 commits to main',
          },
        },
      ],
    });
  });

  it('shows title, actor with picture, place and time, text, facts and buttons, in this order', () => {
    expect(contentOf(sampleCard)).toMatchObject({
      body: [
        {
          type: 'Container',
          items: [{ text: '⚠ Warning' }, { text: 'Octocat pushed 3 commits to **main**' }],
        },
        {
          type: 'ColumnSet',
          columns: [
            { items: [{ type: 'Image', url: 'https://github.com/octocat.png', altText: 'Octo_cat' }] },
            {
              items: [
                { text: String.raw`[Octo\_cat](https://github.com/octocat)` },
                {
                  text: String.raw`GitHub · octo/hello\_world · {{DATE(2026-03-12T13:05:09Z, SHORT)}} {{TIME(2026-03-12T13:05:09Z)}}`,
                },
              ],
            },
          ],
        },
        { type: 'TextBlock', text: '- one\n- two' },
        { type: 'TextBlock', text: '<at>Ada Marsh</at>, <at>Bo</at>' },
        {
          type: 'FactSet',
          facts: [
            { title: 'Branch', value: 'main' },
            { title: String.raw`a\*b`, value: '[link](https://x.example/)' },
          ],
        },
        {
          type: 'TextBlock',
          text: '[Pause for 1 hour](https://cardwire.example/channel?do=pause) · [Mute this kind here](https://cardwire.example/channel?do=mute)',
          size: 'Small',
          isSubtle: true,
        },
      ],
      actions: [
        {
          type: 'Action.OpenUrl',
          title: 'View changes',
          url: 'https://github.com/octo/hello/compare/main',
        },
        { type: 'Action.OpenUrl', title: 'Write', url: 'mailto:octo@example.com' },
      ],
    });
  });

  test.each([
    ['info', 'emphasis', []],
    ['success', 'good', ['✔ Success']],
    ['warning', 'warning', ['⚠ Warning']],
    ['error', 'attention', ['✖ Error']],
  ] as const)('paints %s as %s and says it in a word', (severity, style, label) => {
    const [headline] = contentOf({ ...smallestCard, severity }).body;
    expect(headline.style).toBe(style);
    expect(headline.items.map(({ text }: { text: string }) => text)).toEqual([...label, 'Hello']);
  });

  it('tells Teams whom it mentions', () => {
    expect(contentOf(sampleCard).msteams.entities).toEqual([
      {
        type: 'mention',
        text: '<at>Ada Marsh</at>',
        mentioned: { id: '5b9a2f0c-1111-4222-8333-444455556666', name: 'Ada Marsh' },
      },
      { type: 'mention', text: '<at>Bo</at>', mentioned: { id: 'bo@contoso.com', name: 'Bo' } },
    ]);
  });

  it('shows long facts over the whole width, in their place', () => {
    const long = { title: 'Reason', value: 'word '.repeat(30).trim() };
    const lines = { title: 'Steps', value: '- one\n- two' };
    const short = { title: 'Branch', value: `[main](https://x.example/${'x'.repeat(200)})` };
    const { body } = contentOf({ ...smallestCard, facts: [short, short, long, lines, short] });
    expect(body.slice(1)).toMatchObject([
      { type: 'FactSet', facts: [short, short] },
      { type: 'Container', items: [{ text: 'Reason', weight: 'Bolder' }, { text: long.value }] },
      { type: 'Container', items: [{ text: 'Steps', weight: 'Bolder' }, { text: lines.value }] },
      { type: 'FactSet', facts: [short] },
    ]);
  });

  it('wraps every text, or phones would cut it', () => {
    const blocks = textBlocksIn(contentOf(sampleCard));
    expect(blocks).toHaveLength(7);
    expect(blocks.filter((block) => valueAt(block, 'wrap') !== true)).toEqual([]);
  });

  it('shows the time of the channel’s time zone when it is known', () => {
    const card = { ...sampleCard, timeZone: 'Europe/Paris', language: 'fr' as const };
    expect(JSON.stringify(contentOf(card))).toContain('12\u00a0mars 2026, 14:05 UTC+1');
  });

  it('writes a year that Teams’ own functions do not read', () => {
    const card = { ...sampleCard, time: new Date('+012026-03-12T13:05:00Z') };
    expect(JSON.stringify(contentOf(card))).toContain('Mar 12, 12026, 1:05 PM UTC');
  });

  it('leaves out what the card does not have', () => {
    expect(contentOf(smallestCard).body).toHaveLength(1);
    expect(contentOf(smallestCard)).not.toHaveProperty('actions');
    expect(contentOf({ ...sampleCard, time: new Date(Number.NaN) }).body).toHaveLength(6);
  });

  it('shows no picture that Teams would not load', () => {
    const actor = { name: 'Octocat', image: 'http://intranet/octocat.png' };
    expect(JSON.stringify(contentOf({ ...sampleCard, actor }))).not.toContain('octocat.png');
  });

  it('mentions_nobody_but_its_mentions_whatever_the_card', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const content = contentOf(card);
        const called: string[] = (content.msteams.entities ?? []).map(({ text }: { text: string }) => text);
        const { entities, ...msteams } = content.msteams;
        const tags = JSON.stringify({ ...content, msteams }).match(/<\/?at\b[^>]*>[^<]*/gi) ?? [];
        const texts = textBlocksIn(content).map((block) => valueAt(block, 'text'));
        expect(called.length === 0 || texts.includes(called.join(', '))).toBe(true);
        expect(tags).toHaveLength(2 * called.length);
        expect(new Set(called.map((text) => text.toLowerCase())).size).toBe(called.length);
      }),
    );
  });

  it('is_valid_at_version_1_4_whatever_the_card', () => {
    fc.assert(
      fc.property(fc.oneof(anyCard, fc.constantFrom(sampleCard, smallestCard)), (card) => {
        expect(validationEvents(contentOf(card))).toEqual([]);
      }),
    );
  });

  test.each([
    ['an unknown element', { type: 'Unknown' }],
    ['a value that does not exist', { type: 'TextBlock', text: 'x', size: 'Enormous' }],
    ['a property of a later version', { type: 'TextBlock', text: 'x', style: 'heading' }],
  ])('is checked by a parser that finds %s', (_name, element) => {
    expect(validationEvents({ type: 'AdaptiveCard', version: '1.4', body: [element] })).toHaveLength(1);
  });
});
