import { expect, it, vi } from 'vitest';
import { renderCard } from '../../../../web/shared/card-view/render-card.ts';

// The library's modules are imported without file endings, which Node refuses: this is its own bundle.
vi.mock('adaptivecards', async () => {
  const bundle = await vi.importActual<{ default: object }>('adaptivecards/dist/adaptivecards.js');
  return bundle.default;
});

function card(...body: object[]) {
  return { type: 'AdaptiveCard', version: '1.4', body };
}

function textBlock(text: string) {
  return { type: 'TextBlock', text, wrap: true };
}

it('draws Markdown, and nothing else that a text may hold', () => {
  const element = renderCard(card(textBlock('**bold** <img src=x onerror=alert(1)>')));
  expect(element?.querySelector('strong')?.textContent).toBe('bold');
  expect(element?.querySelector('img')).toBeNull();
  expect(element?.textContent).toContain('<img src=x onerror=alert(1)>');
});

it('takes its colours from the theme around it', () => {
  const element = renderCard(card(textBlock('text')));
  const color = element?.querySelector<HTMLElement>('.ac-textBlock')?.style.color;
  expect(color).toBe('var(--colorNeutralForeground1)');
});

it('marks the people that it mentions', () => {
  const element = renderCard(card(textBlock('<at>Ada Marsh</at> but not \\<at>Louis</at>')));
  const mentions = [...(element?.querySelectorAll('.card-mention') ?? [])];
  expect(mentions.map((mention) => mention.textContent)).toEqual(['Ada Marsh']);
});

it('opens web and mail links in a new window, and no others', () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  const actions = ['https://a.example/', 'mailto:a@a.example', 'javascript:alert(1)', 'file:///x'].map(
    (url, index) => ({
      type: 'Action.OpenUrl',
      title: `Button ${index}`,
      url,
    }),
  );
  const element = renderCard({ ...card(), actions });
  const buttons = [...(element?.querySelectorAll('button') ?? [])];
  expect(buttons).toHaveLength(4);
  for (const button of buttons) button.click();
  expect(open.mock.calls).toEqual([
    ['https://a.example/', '_blank', 'noopener,noreferrer'],
    ['mailto:a@a.example', '_blank', 'noopener,noreferrer'],
  ]);
});

it.each([{}, { type: 'AdaptiveCard', body: 7 }, { body: [null, 'x', { type: 'TextBlock' }] }, []])(
  'survives what is no card: %j',
  (content) => {
    expect(() => renderCard(content)).not.toThrow();
  },
);
