import { Type } from 'typebox';
import { Value } from 'typebox/value';

const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\n\\r]*$' });
const Address = Type.String({ pattern: '^(https?://|mailto:)\\S+$', maxLength: 2_000 });

const Markdown = Type.String({ minLength: 1 });

/** Who did what. */
const ActivitySection = Type.Object(
  {
    activityTitle: Markdown,
    activitySubtitle: Type.Optional(Markdown),
    activityImage: Type.Optional(Type.String({ pattern: '^https://\\S+$' })),
    text: Type.Optional(Markdown),
    facts: Type.Optional(
      Type.Array(Type.Object({ name: Markdown, value: Markdown }, { additionalProperties: false }), {
        minItems: 1,
      }),
    ),
    markdown: Type.Literal(true),
  },
  { additionalProperties: false },
);

const TextSection = Type.Object(
  { text: Markdown, markdown: Type.Literal(true) },
  { additionalProperties: false },
);

const OpenUri = Type.Object(
  {
    '@type': Type.Literal('OpenUri'),
    name: Line(60),
    targets: Type.Array(Type.Object({ os: Type.Literal('default'), uri: Address }), {
      minItems: 1,
      maxItems: 1,
    }),
  },
  { additionalProperties: false },
);

const HttpPost = Type.Object(
  {
    '@type': Type.Literal('HttpPOST'),
    name: Line(60),
    target: Type.String({ pattern: '^https?://\\S+$' }),
    body: Type.String({ minLength: 1 }),
    bodyContentType: Type.Literal('application/json'),
  },
  { additionalProperties: false },
);

/** What a connector's webhook takes, as far as we use it: see the formats in docs/destinations.md. */
const MessageCard = Type.Object(
  {
    '@type': Type.Literal('MessageCard'),
    '@context': Type.Literal('https://schema.org/extensions'),
    summary: Line(120),
    themeColor: Type.String({ pattern: '^[0-9A-F]{6}$' }),
    sections: Type.Array(Type.Union([ActivitySection, TextSection]), { minItems: 1, maxItems: 10 }),
    potentialAction: Type.Optional(Type.Array(Type.Union([OpenUri, HttpPost]), { minItems: 1, maxItems: 4 })),
  },
  { additionalProperties: false },
);

/** What is wrong with a MessageCard; nothing when it is valid. */
export function messageCardErrors(card: unknown): string[] {
  return Value.Errors(MessageCard, card).map((error) => `${error.instancePath} ${error.message}`);
}
