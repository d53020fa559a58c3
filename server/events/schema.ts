import { type Static, Type } from 'typebox';

/** What one request may bring. */
export const EVENT_LIMITS = {
  bodyBytes: 1_048_576,
  batch: 500,
  textLength: 500,
  /** `source` and `id` together, in UTF-8. */
  identityBytes: 2_500,
  dataDepth: 32,
} as const;

const Text = Type.String({ minLength: 1, maxLength: EVENT_LIMITS.textLength });

/** An Entra tenant: limits the event to configurations of that organisation. */
const TenantId = Type.String({ pattern: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' });

/** A CloudEvent 1.0 in structured form. Further extension attributes are allowed and not kept. */
export const CloudEvent = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Text,
  source: Text,
  type: Text,
  time: Type.Optional(Type.String({ format: 'date-time', maxLength: 64 })),
  subject: Type.Optional(Text),
  datacontenttype: Type.Optional(Type.String({ maxLength: 200 })),
  tenantid: Type.Optional(TenantId),
  /** CloudEvents' Distributed Tracing extension; one that is not well formed is left out, as W3C asks. */
  traceparent: Type.Optional(Type.Unknown()),
  data: Type.Optional(Type.Unknown()),
});

/** The short form, for people with curl. What is left out is filled in. */
export const ShortEvent = Type.Object(
  {
    type: Text,
    title: Type.String({ minLength: 1, maxLength: 1_000 }),
    text: Type.Optional(Type.String({ maxLength: 100_000 })),
    url: Type.Optional(Type.String({ maxLength: 2_048 })),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** Give one to be able to send the event again without posting it twice. */
    id: Type.Optional(Text),
    source: Type.Optional(Text),
    time: Type.Optional(Type.String({ format: 'date-time', maxLength: 64 })),
    tenantid: Type.Optional(TenantId),
  },
  { additionalProperties: false },
);

/** What became of one event of a request. */
const Receipt = Type.Object({
  source: Type.String(),
  id: Type.String(),
  /** It had been sent before: nothing was stored, nothing will be posted. */
  duplicate: Type.Boolean(),
  /** How many channels, groups or inboxes it goes to. */
  channels: Type.Integer(),
});
export type Receipt = Static<typeof Receipt>;

/** `202` of `POST /api/events`: stored for good before it is answered. */
export const Receipts = Type.Object({ events: Type.Array(Receipt) });

/** `202` of a source: the same, or why there was nothing to tell anybody. */
export const SourceAnswer = Type.Object({
  events: Type.Array(Receipt),
  ignored: Type.Optional(Type.String()),
});
