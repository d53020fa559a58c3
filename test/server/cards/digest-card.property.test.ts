import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { renderAdaptiveCard } from '../../../server/cards/adaptive-card.ts';
import { composeDigest, type Digest } from '../../../server/cards/digest-card.ts';
import { renderMessageCard } from '../../../server/cards/message-card.ts';
import { validationEvents } from './adaptive-cards-library.ts';
import { eventOf } from './arbitraries.ts';
import { messageCardErrors } from './message-card-schema.ts';

const types = [
  ...connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type)),
  ...Array.from({ length: 40 }, (_, index) => `com.example.${'文字'.repeat(40)}.${index}`),
];

/** Up to 30 events, as the delivery room reads, and counts of far more. */
const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    kind: fc.constantFrom('storm', 'digest', 'catch_up'),
    every: fc.constantFrom('hourly', 'daily', 'weekly', undefined),
    newest: fc.array(eventOf(types), { maxLength: 30 }),
    others: fc.array(
      fc.record({ type: fc.constantFrom(...types), source: fc.webUrl(), count: fc.nat({ max: 1e6 }) }),
      { maxLength: 100 },
    ),
    since: fc.date({ noInvalidDate: true }),
    at: fc.date({ noInvalidDate: true }),
  })
  .map(({ others, ...digest }) => ({
    ...digest,
    counts: [...others, ...digest.newest.map(({ type, source }) => ({ type, source, count: 1 }))],
  }));
const anyContext = fc.record({
  language: fc.constantFrom('en', 'fr'),
  timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'Asia/Kathmandu', 'Europe/Atlantis'),
  moreUrl: fc.constantFrom(undefined, `https://cardwire.example/${'x'.repeat(500)}`),
  connector: fc.constant(connector),
});

/** Each holds up to 30 events. */
const RUNS = { numRuns: 15 };

const RENDERINGS = [
  [
    'an Adaptive Card',
    renderAdaptiveCard,
    (body: string) => validationEvents(JSON.parse(body).attachments[0].content),
  ],
  ['a MessageCard', renderMessageCard, (body: string) => messageCardErrors(JSON.parse(body))],
] as const;

test.each(RENDERINGS)(
  'any_digest_is_valid_and_whole_within_the_least_budget_as_%s',
  (_name, render, errors) => {
    fc.assert(
      fc.property(anyDigest, anyContext, (digest, context) => {
        const body = render(composeDigest(digest, context), 0);
        expect(errors(body)).toEqual([]);
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(18_000);
        expect(body).not.toMatch(/Shortened|Raccourci/);
      }),
    );
  },
);

test('every_event_of_a_digest_is_named_or_counted', () => {
  fc.assert(
    fc.property(anyDigest, (digest) => {
      const text = composeDigest(digest, { language: 'en', connector }).text ?? '';
      const total = digest.counts.reduce((sum, { count }) => sum + count, 0);
      const named = text.match(/^- /gm)?.length ?? 0;
      const more = Number(/^and ([\d,]+) more$/m.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
      expect(named + more).toBe(total);
    }),
    RUNS,
  );
});
