import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { renderAdaptiveCard } from '../../../server/cards/adaptive-card.ts';
import { withinBudget } from '../../../server/cards/budget.ts';
import type { Card } from '../../../server/cards/card.ts';
import { composeCard } from '../../../server/cards/compose.ts';
import { footer } from '../../../server/cards/footer.ts';
import { renderMessageCard } from '../../../server/cards/message-card.ts';
import { listAt, valueAt } from '../../../server/events/fields.ts';
import { validationEvents } from './adaptive-cards-library.ts';
import { anyCard, eventOf } from './arbitraries.ts';
import { messageCardErrors } from './message-card-schema.ts';
import { smallestCard } from './sample-card.ts';

const contentOf = (body: unknown) => valueAt(listAt(body, 'attachments')[0], 'content');

const RENDERINGS = [
  ['an Adaptive Card', renderAdaptiveCard, (body: unknown) => validationEvents(contentOf(body))],
  ['a MessageCard', renderMessageCard, messageCardErrors],
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
const parts = (card: Card) => ({
  text: card.text ?? '',
  facts: card.facts.map((fact) => ({ ...fact })),
  image: card.actor?.image ?? null,
  links: card.links.map(({ url }) => url),
  note: footer(card),
});
const shortened = (card: Card, budgetBytes?: number): ReturnType<typeof parts> =>
  JSON.parse(withinBudget(card, parts, budgetBytes));

it('a value of a fact that is cut says so, whoever made the card', () => {
  const long = { title: 'Why', value: words(400) };
  expect(shortened({ ...smallestCard, facts: [long] }).note).toEqual([
    'Shortened to fit: the end of long details left out.',
  ]);
  const event = { source: 's', id: '1', type: 'x.y', time: new Date(0), data: { why: words(400) } };
  const card = composeCard(event, { language: 'fr', connector });
  expect(card.facts[0]?.value).toMatch(/^word1 .*…$/);
  expect(footer(card)).toEqual(['Raccourci\u00a0: il manque la fin de longs détails.']);
});

describe('withinBudget', () => {
  it('leaves a card alone that fits', () => {
    const card = { ...smallestCard, text: 'short', facts: facts(3, 'x') };
    expect(shortened(card)).toMatchObject({ text: 'short', facts: card.facts, note: [] });
  });

  it('leaves out facts from the end first, as few as need be, and says how many', () => {
    const card = { ...smallestCard, text: words(100), facts: facts(50, 'x'.repeat(900)) };
    const { text, facts: kept, note } = shortened(card);
    expect(kept).toEqual(card.facts.slice(0, 20));
    expect(text).toBe(words(100));
    expect(note).toEqual(['Shortened to fit: 30 details left out.']);
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
    const {
      text,
      facts: kept,
      note,
    } = shortened({
      ...smallestCard,
      text: '文字 '.repeat(5_000),
      facts: facts(1, 'x'),
      language: 'fr',
    });
    expect(kept).toEqual([]);
    expect(text).toMatch(/^(文字 )+文字…$/);
    expect(note).toEqual(['Raccourci\u00a0: il manque 1\u00a0détail et la fin du texte.']);
    expect(bytes(text)).toBeGreaterThan(19_800);
  });

  it('says it when only the text was too long', () => {
    expect(shortened({ ...smallestCard, text: '文字 '.repeat(5_000) }).note).toEqual([
      'Shortened to fit: the end of the text left out.',
    ]);
  });

  it('leaves out the picture, then the last buttons, when addresses alone fill a card', () => {
    const address = `https://a.example/${'x'.repeat(1_900)}`;
    const card: Card = {
      ...smallestCard,
      text: 'short',
      actor: { name: 'Octocat', image: address },
      manage: Array.from({ length: 4 }, (_, index) => ({ title: `${index}`, url: address.slice(0, 599) })),
      links: Array.from({ length: 4 }, (_, index) => ({ title: `${index}`, url: address })),
      facts: facts(1, '😀'.repeat(500)),
    };
    // Each button three times, as a rendering might.
    const render = (shown: Card) => ({
      ...parts(shown),
      again: parts(shown).links,
      more: parts(shown).links,
    });
    const body: ReturnType<typeof parts> = JSON.parse(withinBudget(card, render));
    expect(body).toMatchObject({ facts: [], text: '', image: null, links: [address, address, address] });
    expect(body.note[0]).toBe(
      'Shortened to fit: 1 detail, the end of the text, the picture, and 1 button left out.',
    );
  });

  it('links to the whole event, once', () => {
    const card = { ...smallestCard, text: words(5_000), eventUrl: 'https://cardwire.example/event?e=1' };
    const link = '[See the whole event](https://cardwire.example/event?e=1)';
    expect(shortened(card).note).toEqual([`Shortened to fit: the end of the text left out. ${link}`]);
    const manage = [{ title: 'See the whole event', url: card.eventUrl }];
    expect(shortened({ ...card, manage }).note).toEqual([
      'Shortened to fit: the end of the text left out.',
      link,
    ]);
  });

  it('says it when a card had more facts than a card may have', () => {
    expect(shortened({ ...smallestCard, facts: facts(53, 'x') }).note).toEqual([
      'Shortened to fit: 3 details left out.',
    ]);
  });

  it('counts quotes and backslashes twice, for Teams stores a card as text in JSON', () => {
    const { text } = shortened({ ...smallestCard, text: '"'.repeat(12_000) });
    // Each is 2 bytes when sent and 4 when stored.
    expect(bytes(text) * 4).toBeLessThan(28_672);
    expect(bytes(text) * 4).toBeGreaterThan(27_000);
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
      mentions: Array.from({ length: 12 }, (_, index) => ({
        id: `${'x'.repeat(64)}@${'y'.repeat(43)}.x${10 + index}`,
        name: '文'.repeat(80),
      })),
      actions: Array.from({ length: 6 }, (_, index) => ({
        id: `${index}`.repeat(64),
        title: '文'.repeat(80),
      })),
      postBack: {
        url: url('post').slice(0, 190),
        configuration: 'c'.repeat(22),
        event: '9'.repeat(19),
        key: 'k'.repeat(43),
      },
      manage: Array.from({ length: 6 }, (_, index) => ({
        title: '文'.repeat(80),
        url: url(`own${index}`).slice(0, 190),
      })),
      eventUrl: url('event').slice(0, 190),
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
      return parts(shown);
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

  test.each(RENDERINGS)('any_event_whatever_is_a_valid_card_within_budget_as_%s', (_name, render, faults) => {
    fc.assert(
      fc.property(eventOf(types), fc.constantFrom('en', 'fr'), (event, language) => {
        const body = render(composeCard(event, { language, connector }));
        expect(faults(JSON.parse(body))).toEqual([]);
        expect(bytes(body)).toBeLessThanOrEqual(20_000);
      }),
    );
  });
});
