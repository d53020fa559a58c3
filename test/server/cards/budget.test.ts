import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { renderAdaptiveCard } from '../../../server/cards/adaptive-card.ts';
import { withinBudget } from '../../../server/cards/budget.ts';
import type { Card } from '../../../server/cards/card.ts';
import { composeCard } from '../../../server/cards/compose.ts';
import { renderMessageCard } from '../../../server/cards/message-card.ts';
import { anyCard, eventOf } from './arbitraries.ts';
import { smallestCard } from './sample-card.ts';

const RENDERINGS = [
  ['an Adaptive Card', renderAdaptiveCard],
  ['a MessageCard', renderMessageCard],
] as const;
const types = [
  ...connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type)),
  'com.example.unknown',
];
const bytes = (body: string) => Buffer.byteLength(body);
const facts = (count: number, value: string) =>
  Array.from({ length: count }, (_, index) => ({ title: `Fact ${index + 1}`, value }));
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');

/** What is sent when only the parts that can be shortened are rendered. */
const shortened = (card: Card, budgetBytes?: number): Pick<Card, 'facts' | 'text'> =>
  JSON.parse(
    withinBudget(
      card,
      (shown) => ({ text: shown.text ?? '', facts: shown.facts.map((f) => ({ ...f })) }),
      budgetBytes,
    ),
  );

describe('withinBudget', () => {
  it('leaves a card alone that fits', () => {
    const card = { ...smallestCard, text: 'short', facts: facts(3, 'x') };
    expect(shortened(card)).toEqual({ text: 'short', facts: card.facts });
  });

  it('leaves out facts from the end first, as few as need be, and says how many', () => {
    const card = { ...smallestCard, text: words(100), facts: facts(50, 'x'.repeat(900)) };
    const { text, facts: kept } = shortened(card);
    expect(kept).toEqual(card.facts.slice(0, 20));
    expect(text).toBe(`${words(100)}\n\n_Shortened to fit: 30 details left out._`);
  });

  it('leaves_out_no_fact_that_would_fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 420, max: 1_000 }), (length) => {
        const all = facts(50, 'x'.repeat(length));
        const body = shortened({ ...smallestCard, facts: all });
        const kept = body.facts.length;
        const oneMore = bytes(JSON.stringify(body)) + bytes(`,${JSON.stringify(all[kept])}`);
        // The note may lose a digit with the fact.
        expect(oneMore).toBeGreaterThan(20_000 - 1);
      }),
    );
  });

  it('leaves out the end of the text next, at a word', () => {
    const { text, facts: kept } = shortened({
      ...smallestCard,
      text: '文字 '.repeat(5_000),
      facts: facts(1, 'x'),
      language: 'fr',
    });
    expect(kept).toEqual([]);
    expect(text).toMatch(/^(文字 )+文字…\n\n_Raccourci\u00a0: 1 détail omis, la fin du texte manque\._$/);
    expect(bytes(text ?? '')).toBeGreaterThan(19_900);
  });

  it('says it when only the text was too long', () => {
    expect(shortened({ ...smallestCard, text: '文字 '.repeat(5_000) }).text).toContain(
      'Shortened to fit: the end of the text is left out.',
    );
  });

  it('never goes over 24,000 bytes, whatever budget it is given', () => {
    const card = { ...smallestCard, text: '文字 '.repeat(6_000) };
    expect(bytes(renderAdaptiveCard(card, 1_000_000))).toBeLessThanOrEqual(24_000);
    expect(bytes(renderAdaptiveCard(card, 1_000_000))).toBeGreaterThan(23_900);
  });

  it('takes a budget that is too small for every card as the least one', () => {
    const card = { ...smallestCard, text: words(5_000) };
    expect(renderAdaptiveCard(card, 0)).toBe(renderAdaptiveCard(card, 18_000));
  });

  test.each(RENDERINGS)('keeps what it never shortens below the least budget, as %s', (_name, render) => {
    const url = (name: string) => `https://a.example/${name}?${'"'.repeat(700)}`.slice(0, 660);
    const heaviest: Card = {
      title: '\u0001'.repeat(400),
      summary: '文'.repeat(200),
      severity: 'error',
      actor: { name: '*'.repeat(100), url: url('actor'), image: url('image') },
      origin: '文*'.repeat(200),
      facts: facts(60, '文'.repeat(2_000)),
      text: '文'.repeat(30_000),
      links: Array.from({ length: 6 }, (_, index) => ({ title: '文'.repeat(80), url: url(`link${index}`) })),
      time: new Date(0),
      language: 'fr',
    };
    expect(bytes(render(heaviest, 0))).toBeLessThanOrEqual(18_000);
  });

  it('renders few times, however much has to go', () => {
    let times = 0;
    const card = { ...smallestCard, text: '文'.repeat(20_000), facts: facts(50, '文'.repeat(1_000)) };
    withinBudget(card, (shown) => {
      times++;
      return { text: shown.text ?? '', facts: shown.facts.map((fact) => ({ ...fact })) };
    });
    expect(times).toBeLessThan(30);
  });

  test.each(RENDERINGS)('any_card_whatever_is_json_within_budget_as_%s', (_name, render) => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom(undefined, 18_000, 24_000), (card, budget) => {
        const body = render(card, budget);
        expect(() => JSON.parse(body)).not.toThrow();
        expect(bytes(body)).toBeLessThanOrEqual(budget ?? 20_000);
      }),
    );
  });

  test.each(RENDERINGS)('any_event_whatever_is_json_within_budget_as_%s', (_name, render) => {
    fc.assert(
      fc.property(eventOf(types), fc.constantFrom('en', 'fr'), (event, language) => {
        const body = render(composeCard(event, { language, connector }));
        expect(() => JSON.parse(body)).not.toThrow();
        expect(bytes(body)).toBeLessThanOrEqual(20_000);
      }),
    );
  });
});
