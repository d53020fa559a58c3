import { type Static, Type } from 'typebox';
import { LanguageSchema } from '../../configurations/schema.ts';

/** Longest text that is looked at; Teams takes far less. */
const TEXT_LIMIT = 100_000;

const Kind = Type.Union([Type.Literal('workflow'), Type.Literal('connector')]);

/** What stands in the editor. */
const draft = {
  /** `event`: as a sender sends it. `card`: a card as a webhook gets it. */
  mode: Type.Union([Type.Literal('event'), Type.Literal('card')]),
  text: Type.String({ maxLength: TEXT_LIMIT }),
  language: LanguageSchema,
};
export const Draft = Type.Object(draft, { additionalProperties: false });
export type Draft = Static<typeof Draft>;

const FindingCode = Type.Union([
  Type.Literal('too-large'),
  Type.Literal('over-budget'),
  Type.Literal('html'),
  Type.Literal('markdown'),
  Type.Literal('too-many-actions'),
  Type.Literal('too-many-sections'),
  Type.Literal('action-unsupported'),
  Type.Literal('input'),
  Type.Literal('element-unknown'),
  Type.Literal('no-wrap'),
  Type.Literal('no-summary'),
  Type.Literal('buttons-dropped'),
  Type.Literal('envelope-added'),
]);
export type FindingCode = Static<typeof FindingCode>;

const FindingSchema = Type.Object({
  code: FindingCode,
  /** JSON pointer into the body; empty for the whole of it. */
  at: Type.String(),
  /** What was found there. */
  seen: Type.String(),
});
export type Finding = Static<typeof FindingSchema>;

const FormSchema = Type.Object({
  kind: Kind,
  /** As it would be sent, in UTF-8. */
  bytes: Type.Integer(),
  body: Type.Unknown(),
  /** What the sandbox's webhook of this kind answers. */
  answer: Type.Object({ status: Type.Integer(), words: Type.String() }),
  /** What the channel would show; absent when it is refused. */
  shown: Type.Optional(
    Type.Object({
      format: Type.Union([Type.Literal('adaptive-card'), Type.Literal('message-card')]),
      content: Type.Unknown(),
    }),
  ),
  findings: Type.Array(FindingSchema),
});
export type Form = Static<typeof FormSchema>;

/** Both forms, or why there are none. */
export const CheckedSchema = Type.Object({
  budgetBytes: Type.Integer(),
  forms: Type.Array(FormSchema),
  problem: Type.Optional(Type.String()),
});
export type Checked = Static<typeof CheckedSchema>;

export const PostDraft = Type.Object(
  {
    ...draft,
    /** A channel of the sandbox, through a webhook of this kind; or an address of Microsoft's. */
    to: Type.Union([
      Type.Object(
        { channelId: Type.String({ maxLength: 200 }), kind: Kind },
        { additionalProperties: false },
      ),
      Type.Object({ url: Type.String({ maxLength: 4_096 }) }, { additionalProperties: false }),
    ]),
  },
  { additionalProperties: false },
);
export type PostDraft = Static<typeof PostDraft>;

/** What came of a post: never the address. */
export const PostedSchema = Type.Object({
  kind: Kind,
  verdict: Type.Union([
    Type.Literal('posted'),
    Type.Literal('accepted'),
    Type.Literal('try_again'),
    Type.Literal('dead'),
    Type.Literal('card_wrong'),
  ]),
  /** Undefined when nothing answered. */
  status: Type.Optional(Type.Integer()),
  words: Type.String(),
});
export type Posted = Static<typeof PostedSchema>;
