import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CardView } from '../../../../web/shared/card-view/card-view.tsx';
import { en } from '../../../../web/shared/card-view/locales/en.ts';
import { fr } from '../../../../web/shared/card-view/locales/fr.ts';
import { cardIn } from '../../../../web/shared/card-view/shown-card.ts';

// The library's modules are imported without file endings, which Node refuses: this is its own bundle.
vi.mock('adaptivecards', async () => {
  const bundle = await vi.importActual<{ default: object }>('adaptivecards/dist/adaptivecards.js');
  return bundle.default;
});

const body = [{ type: 'TextBlock', text: 'Hello **there**', wrap: true }];
const message = {
  type: 'message',
  attachments: [{ content: { type: 'AdaptiveCard', version: '1.4', body } }],
};

it('draws what a workflow gets', async () => {
  render(<CardView card={cardIn('workflow', message)} language="en" />);
  expect((await screen.findByText('there')).tagName).toBe('STRONG');
  expect(screen.queryByText(en.approximate)).toBeNull();
});

it('draws what a connector gets, and says that it is only near to it', async () => {
  const card = {
    '@type': 'MessageCard',
    themeColor: 'C4314B',
    sections: [{ activityTitle: 'Hello **there**' }],
    potentialAction: [{ '@type': 'ActionCard', name: 'Retry' }],
  };
  const { container } = render(<CardView card={cardIn('connector', card)} language="fr" />);
  expect((await screen.findByText('there')).tagName).toBe('STRONG');
  expect(container.textContent).toContain(fr.approximate);
  expect(container.textContent).toContain(fr.withoutButtons('Retry'));
});

describe('a button that posts back', () => {
  const card = cardIn('connector', {
    '@type': 'MessageCard',
    potentialAction: [
      { '@type': 'OpenUri', name: 'Open', targets: [{ os: 'default', uri: 'https://a.example/' }] },
      { '@type': 'HttpPOST', name: 'Approve', target: 'https://a.example/', body: '{}' },
    ],
  });

  it('tells its place when somebody can press it', async () => {
    const onPress = vi.fn();
    render(<CardView card={card} language="en" onPress={onPress} />);
    (await screen.findByRole('button', { name: 'Approve' })).click();
    expect(onPress.mock.calls).toEqual([[1]]);
  });

  it('is only shown where nobody can', async () => {
    const { container } = render(<CardView card={card} language="en" />);
    expect((await screen.findByRole('button', { name: 'Approve' })).getAttribute('aria-disabled')).toBe(
      'true',
    );
    expect(container.textContent).not.toContain(en.withoutButtons('Approve'));
  });
});

it.each([undefined, {}, { attachments: 'x' }, 7])('shows that it cannot draw %j', async (payload) => {
  const { container } = render(<CardView card={cardIn('workflow', payload)} language="en" />);
  await vi.waitFor(() => expect(container.querySelector('[aria-hidden]')).toBeNull());
  expect(container.querySelector('strong')).toBeNull();
});
