import { type Static, Type } from 'typebox';

const Count = Type.Integer({ minimum: 0 });
const Seconds = Type.Number({ minimum: 0 });

/** `GET /api/operate/overview`: how things stand, at most 10 seconds old. */
export const Overview = Type.Object({
  configurations: Type.Object({ active: Count, paused: Count, broken: Count, removed: Count }),
  /** Deliveries that wait, by the state of their configuration, and the age of the oldest. */
  waiting: Type.Object({
    active: Type.Object({ count: Count, oldestSeconds: Seconds }),
    paused: Type.Object({ count: Count, oldestSeconds: Seconds }),
    broken: Type.Object({ count: Count, oldestSeconds: Seconds }),
  }),
  /** Deliveries that failed or expired, counted up to 10,000. */
  failed: Count,
  /** Broken channels whose oldest event has used so much of the retention time; each counts once. */
  atRisk: Type.Object({ over50: Count, over70: Count, over90: Count }),
  retentionDays: Type.Number(),
  /** Nodes that this one sees, and the shards of 64 that it delivers for; absent while it starts. */
  nodes: Type.Optional(Count),
  shards: Type.Optional(Count),
  /** The server is somebody's own machine. */
  sandbox: Type.Boolean(),
  /** The key reaches this organisation alone. */
  tenantId: Type.Optional(Type.String()),
});
export type Overview = Static<typeof Overview>;

const SpanSchema = Type.Union([Type.Literal('hour'), Type.Literal('day'), Type.Literal('week')]);
export type Span = Static<typeof SpanSchema>;

/** `GET /api/operate/series?span=`: throughput and latency of attempts, but for test cards. */
export const SeriesQuery = Type.Object({ span: Type.Optional(SpanSchema) }, { additionalProperties: false });

/** One step of time. Latencies are those of webhooks' answers, read up to a tenth too high; absent without attempts. */
const SeriesPoint = Type.Object({
  /** Its begin. */
  at: Type.String({ format: 'date-time' }),
  /** Attempts by verdict. */
  posted: Count,
  accepted: Count,
  tryAgain: Count,
  dead: Count,
  cardWrong: Count,
  /** Deliveries that were carried by cards that were posted or accepted. */
  delivered: Count,
  p50Ms: Type.Optional(Count),
  p95Ms: Type.Optional(Count),
  p99Ms: Type.Optional(Count),
});
export type SeriesPoint = Static<typeof SeriesPoint>;

export const Series = Type.Object({
  span: SpanSchema,
  stepSeconds: Type.Integer(),
  /** Every so many-th attempt was read, and counts for so many: 1 is exact. */
  every: Type.Integer({ minimum: 1 }),
  /** Oldest first; the last one is still going on. */
  points: Type.Array(SeriesPoint),
});
export type Series = Static<typeof Series>;

/** `GET /api/operate/event-types`: what came in the last days, the most frequent first. */
export const EventTypeCounts = Type.Object({
  days: Type.Integer(),
  /** As in a series. */
  every: Type.Integer({ minimum: 1 }),
  items: Type.Array(
    Type.Object({
      type: Type.String(),
      /** In the connector's words; absent for a type that it does not offer. */
      title: Type.Optional(Type.String()),
      events: Count,
      /** Configurations that chose it, removed ones left out. */
      configurations: Count,
    }),
  ),
});
export type EventTypeCounts = Static<typeof EventTypeCounts>;
