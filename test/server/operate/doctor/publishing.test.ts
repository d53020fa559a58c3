import { expect, it } from 'vitest';
import { type Connector, connector } from '../../../../manifest/connector.ts';
import { judgePublishing, type PublishingFacts } from '../../../../server/operate/doctor/judge/publishing.ts';
import { lookAtCards } from '../../../../server/operate/doctor/look-at-cards.ts';
import { answer, NOW } from './facts.ts';

const page = { value: answer() };
const FACTS: PublishingFacts = {
  publicUrl: 'https://cards.fabrikam.com',
  connectorId: '1b6f9a2d-7b4e-4c8f-8d3a-2e5c7f9b1d4a',
  cards: { drawn: 53, withHtml: [], failed: [] },
  eventTypes: { all: 53, suggested: 8 },
  logoBytes: 2_646,
  words: { shortDescription: 'Posts cards.', fullDescription: 'And more.' },
  pages: {
    channel: page,
    remove: page,
    connect: page,
    callback: {
      value: answer({
        status: 302,
        headers: { location: '/connect/done', 'referrer-policy': 'no-referrer' },
      }),
    },
  },
  publisherPages: [{ name: 'https://fabrikam.com/', answer: page }],
  cardActions: { total: 200, failed: 2, medianMs: 300 },
};

/** What is not as it was with the facts that are right. */
function differences(change: Partial<PublishingFacts>): string[] {
  const right = new Map(judgePublishing(FACTS).map(({ check, state }) => [check, state]));
  return judgePublishing({ ...FACTS, ...change })
    .filter(({ check, state }) => right.get(check) !== state)
    .map(({ check, state }) => `${state}: ${check}`);
}

it('goes through every point of the checklist: measured, or left to a person', () => {
  const findings = judgePublishing(FACTS);
  expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['ok', 'person']));
  expect(findings.length).toBeGreaterThanOrEqual(17);
});

it.each<[Partial<PublishingFacts>, string[]]>([
  [{ cards: { drawn: 2, withHtml: ['a.b'], failed: [] } }, ['failed: Markdown only, no HTML']],
  [{ cards: { drawn: 2, withHtml: [], failed: ['a.b'] } }, ['failed: Cards are well made']],
  [{ eventTypes: { all: 8, suggested: 8 } }, ['warning: Signal, not noise']],
  [
    { cardActions: { total: 100, failed: 2, medianMs: 300 } },
    ['warning: Actions rarely fail, and answer fast'],
  ],
  [
    { cardActions: { total: 100, failed: 0, medianMs: 5_001 } },
    ['warning: Actions rarely fail, and answer fast'],
  ],
  [{ cardActions: undefined }, ['skipped: Actions rarely fail, and answer fast']],
  [
    { pages: { ...FACTS.pages, channel: { value: answer({ tookMs: 2_001 }) } } },
    ['warning: Pages answer fast'],
  ],
  [
    { pages: { ...FACTS.pages, remove: { value: answer({ status: 404 }) } } },
    ['failed: The user can pause and remove'],
  ],
  [
    { publisherPages: [{ name: 'https://fabrikam.com/', answer: { value: answer({ status: 404 }) } }] },
    ['warning: User documentation: https://fabrikam.com/'],
  ],
  [
    {
      pages: { ...FACTS.pages, callback: { value: answer({ status: 302, headers: { location: '/?a=b' } }) } },
    },
    ['failed: Webhook URLs leave the browser’s address'],
  ],
  [{ logoBytes: 60_000 }, ['failed: Logo under 60 KB']],
  [{ words: { shortDescription: '', fullDescription: 'x' } }, ['failed: Short and detailed description']],
  [
    { pages: { ...FACTS.pages, connect: { error: 'No answer came in time.' } } },
    ['failed: Landing page with the button: https://cards.fabrikam.com/connect#connect'],
  ],
])('notices %j', (change, expected) => {
  expect(differences(change)).toEqual(expected);
});

const withCard = (text: string): Connector => ({
  ...connector,
  eventGroups: [
    {
      id: 'a',
      title: { en: 'A', fr: 'A' },
      eventTypes: [
        {
          type: 'a.b',
          title: { en: 'B', fr: 'B' },
          description: { en: 'B', fr: 'B' },
          suggested: true,
          sample: { title: 'B' },
          card: () => {
            if (text === 'throw') throw new Error('no card');
            return { title: 'B', summary: 'B', text, severity: 'info', facts: [], links: [] };
          },
        },
      ],
    },
  ],
});

it('finds no HTML in any card of ours', () => {
  const { drawn, withHtml, failed } = lookAtCards(connector, 'https://cards.fabrikam.com', NOW);
  expect(drawn).toBeGreaterThan(50);
  expect([withHtml, failed]).toEqual([[], []]);
});

it('finds templates that fail, and those that let HTML through', () => {
  const look = (text: string) => lookAtCards(withCard(text), 'https://cards.fabrikam.com', NOW);
  expect(look('throw')).toEqual({ drawn: 1, withHtml: [], failed: ['a.b'] });
  expect(look('Now <b>bold</b>')).toEqual({ drawn: 1, withHtml: ['a.b'], failed: [] });
  expect(look('Now **bold**, 1 < 2 > 0')).toEqual({ drawn: 1, withHtml: [], failed: [] });
});
