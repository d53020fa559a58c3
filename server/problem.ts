import { Type } from 'typebox';

/**
 * Every error that a caller can meet: its HTTP status and title. The code is stable; `docs/errors.md`
 * holds cause and cure of each, and a test keeps the two in step.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'invalid-json': { status: 400, title: 'The body is not valid JSON' },
  'unknown-event-type': { status: 400, title: 'The connector does not offer this event type' },
  'webhook-url-refused': { status: 400, title: 'This is not a webhook address of Microsoft Teams' },
  'invalid-event': { status: 400, title: 'The event is not valid' },
  'not-signed-in': { status: 401, title: 'Sign-in is missing or not valid' },
  'api-key-refused': { status: 401, title: 'The API key is missing or not valid' },
  'signature-refused': { status: 401, title: 'The signature is missing or does not match' },
  'scope-missing': { status: 403, title: 'The API key may not do this' },
  'tenant-not-allowed': { status: 403, title: 'This organisation may not use the connector' },
  'action-refused': { status: 403, title: 'This button is none of ours' },
  'foreign-page': { status: 403, title: "Only this server's own pages may do this" },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'configuration-not-found': { status: 404, title: 'There is no such configuration' },
  'delivery-not-found': { status: 404, title: 'There is no such delivery' },
  'key-not-found': { status: 404, title: 'There is no such key' },
  'event-not-found': { status: 404, title: 'There is no such event' },
  'connect-off': { status: 404, title: 'Connect to Office 365 is not set up' },
  'actions-off': { status: 404, title: 'Buttons that post back are not set up' },
  'source-off': { status: 404, title: 'This source is not set up' },
  'destination-missing': { status: 409, title: 'The configuration has no destination yet' },
  'configuration-broken': { status: 409, title: 'The configuration has no working destination' },
  'package-refused': { status: 409, title: 'These settings make no valid app package' },
  'configuration-removed': { status: 410, title: 'The configuration was removed' },
  'configuration-changed': { status: 412, title: 'Somebody else changed the configuration' },
  'request-too-slow': { status: 408, title: 'The request came too slowly' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'This content type is not understood' },
  'test-too-soon': { status: 429, title: 'There were too many test cards' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'too-many-requests': { status: 429, title: 'There were too many requests' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  'streams-full': { status: 503, title: 'Too many pages watch already' },
  unavailable: { status: 503, title: 'The server cannot answer right now' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field that is wrong, as a JSON pointer into the body, and what to do about it. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

/** An error for the caller. `detail` says what to do and is shown to people: no secrets in it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly fields: FieldProblem[];
  /** Which of several causes it is, for pages that have words of their own; as stable as the code. */
  readonly reason: string | undefined;

  constructor(code: ProblemCode, detail: string, fields: FieldProblem[] = [], reason?: string) {
    super(detail);
    this.name = 'ProblemError';
    this.code = code;
    this.fields = fields;
    this.reason = reason;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** RFC 9457 `application/problem+json`, as every error is answered. */
export const ProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  /** Which of several causes it is: a refused address has one. */
  reason: Type.Optional(Type.String()),
  /** The fields that are wrong, when the request was understood but not valid. */
  errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
  /** Names this request in the server's log. */
  requestId: Type.String(),
});
