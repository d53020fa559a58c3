import { type Static, Type } from 'typebox';
import { LIMITS } from './limits.ts';
import { Configuration, NoAnswerSchema, RecognisedDestination, VerdictSchema } from './schema.ts';

/** `POST /api/configurations/{id}/test` and `…/connect`: left out, the address is the one that is stored. */
export const TestRequest = Type.Object(
  { url: Type.Optional(Type.String({ minLength: 1, maxLength: LIMITS.urlLength })) },
  { additionalProperties: false },
);
export type TestRequest = Static<typeof TestRequest>;

/** What came of a test card: an answer to the question whether cards arrive, so also a refusal is a 200. */
export const TestResult = Type.Object({
  verdict: VerdictSchema,
  /** The HTTP status; absent when no answer came, as are words then. */
  status: Type.Optional(Type.Integer()),
  /** The destination's own words. */
  words: Type.Optional(Type.String()),
  /** Why no answer came. */
  noAnswer: Type.Optional(NoAnswerSchema),
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
