import { type Static, Type } from 'typebox';
import { LIMITS } from './limits.ts';
import { Configuration, RecognisedDestination } from './schema.ts';

/** `POST /api/configurations/{id}/test` and `…/connect`: left out, the address is the one that is stored. */
export const TestRequest = Type.Object(
  { url: Type.Optional(Type.String({ minLength: 1, maxLength: LIMITS.urlLength })) },
  { additionalProperties: false },
);
export type TestRequest = Static<typeof TestRequest>;

/** What came of a test card: an answer to the question whether cards arrive, so also a refusal is a 200. */
export const TestResult = Type.Object({
  verdict: Type.Union([
    Type.Literal('posted'),
    Type.Literal('accepted'),
    Type.Literal('try_again'),
    Type.Literal('dead'),
    Type.Literal('card_wrong'),
  ]),
  /** The HTTP status; absent when no answer came. */
  status: Type.Optional(Type.Integer()),
  /** The destination's own words, or why no answer came. */
  words: Type.String(),
  /** Teams' ContextId, to hand to Microsoft's support. */
  contextId: Type.Optional(Type.String()),
  destination: RecognisedDestination,
});
export type TestResult = Static<typeof TestResult>;

/** `POST /api/configurations/{id}/connect`. */
export const ConnectResult = Type.Object({
  /** Whether events flow to the address now. When not, everything is as it was before. */
  connected: Type.Boolean(),
  /** Absent when nothing had to be posted: the address took the same card before. */
  test: Type.Optional(TestResult),
  configuration: Configuration,
});
export type ConnectResult = Static<typeof ConnectResult>;
