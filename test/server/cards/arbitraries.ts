import fc from 'fast-check';
import type { Card } from '../../../server/cards/card.ts';
import type { Event, JsonObject } from '../../../server/events/event.ts';

/** Pieces that Markdown, HTML, Teams or JSON act on. */
const piece = fc.constantFrom(
  ...['*', '**', '_', '`', '```', '~~', '[', ']', '](', '(', ')', '<', '>', '<at>', '</at>', '\\', '!', '&'],
  ...[
    '&lt;',
    '&#42;',
    '{{',
    '}}',
    '{{DATE(2020-01-01T00:00:00Z)}}',
    '#',
    '- ',
    '+ ',
    '1. ',
    '---',
    '===',
    '|',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '    ',
    '\u2028',
    '\u202e',
    '\u0000',
    '\u0085',
    '\ufeff',
    '\u00a0',
    '\ud83d',
    '😀',
    'é',
    '文',
    '"',
    "'",
  ],
  ...['https://a.example/b_c*d', 'javascript:alert(1)', '<b>', 'word', 'x', '7'],
);

/** Text by somebody who means harm. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 25,
  })
  .map((pieces) => pieces.join(''));

/** The same, often far larger than a card may be. */
const anyText = fc.oneof(
  hostileText,
  fc.tuple(hostileText, fc.nat({ max: 4_000 })).map(([text, times]) => text.repeat(times)),
);

const anyUrl = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.nat({ max: 3_000 }).map((length) => `https://a.example/?${'\\"('.repeat(length / 3)}`),
  hostileText,
);

const anyValue = fc.oneof(anyText, anyUrl, fc.jsonValue());

/** Data with the convention's and GitHub's fields, holding what they should hold or anything else. */
const anyData = fc.record(
  {
    title: anyValue,
    text: anyValue,
    url: anyUrl,
    severity: fc.oneof(fc.constantFrom('info', 'success', 'warning', 'error'), fc.jsonValue()),
    actor: fc.oneof(fc.record({ name: anyText, url: anyUrl, image: anyUrl }), fc.jsonValue()),
    facts: fc.oneof(
      fc.array(fc.record({ title: anyText, value: anyValue }), { maxLength: 80 }),
      fc.jsonValue(),
    ),
    links: fc.oneof(fc.array(fc.record({ title: anyText, url: anyUrl }), { maxLength: 8 }), fc.jsonValue()),
    actions: fc.oneof(fc.array(fc.record({ id: anyText, title: anyText }), { maxLength: 6 }), fc.jsonValue()),
    commits: fc.oneof(
      fc.array(fc.record({ id: anyText, title: anyText, url: anyUrl }), { maxLength: 30 }),
      fc.jsonValue(),
    ),
    commitCount: fc.oneof(fc.nat(), fc.jsonValue()),
    labels: fc.oneof(fc.array(anyText, { maxLength: 5 }), fc.jsonValue()),
    branch: anyValue,
    workflow: anyValue,
    conclusion: anyValue,
  },
  { requiredKeys: [] },
);

/** Any event whatever of one of the types. */
export function eventOf(types: readonly string[]): fc.Arbitrary<Event> {
  return fc.record({
    source: fc.oneof(fc.webUrl(), hostileText),
    id: fc.uuid(),
    type: fc.constantFrom(...types),
    time: fc.date(),
    subject: hostileText,
    data: anyData.map((data) => JSON.parse(JSON.stringify(data)) as JsonObject),
  });
}

const anyUserId = fc.oneof(fc.uuid(), fc.emailAddress(), hostileText);

/** Any card whatever, as a template might make it without care. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  title: anyText,
  summary: anyText,
  severity: fc.constantFrom('info', 'success', 'warning', 'error'),
  actor: fc.option(fc.record({ name: anyText, url: anyUrl, image: anyUrl }), { nil: undefined }),
  facts: fc.array(fc.record({ title: anyText, value: anyText }), { maxLength: 80 }),
  text: fc.option(anyText, { nil: undefined }),
  links: fc.array(fc.record({ title: anyText, url: anyUrl }), { maxLength: 8 }),
  actions: fc.array(
    fc.record({ id: fc.oneof(fc.stringMatching(/^[\w.-]{1,64}$/), anyText), title: anyText }),
    {
      maxLength: 6,
    },
  ),
  postBack: fc.option(
    fc.record({
      url: fc.webUrl(),
      configuration: fc.stringMatching(/^[\w-]{22}$/),
      event: fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String),
      key: fc.stringMatching(/^[\w-]{43}$/),
    }),
    { nil: undefined },
  ),
  mentions: fc.array(fc.record({ id: anyUserId, name: anyText }), { maxLength: 14 }),
  manage: fc.array(fc.record({ title: anyText, url: anyUrl }), { maxLength: 6 }),
  eventUrl: fc.option(anyUrl, { nil: undefined }),
  origin: fc.option(anyText, { nil: undefined }),
  time: fc.option(fc.date(), { nil: undefined }),
  language: fc.constantFrom('en', 'fr'),
});
