import { type Static, Type } from 'typebox';
import { QuietHoursSchema, ScheduleSchema } from '../delivery/schedule.ts';
import { FilterSchema } from './filter-schema.ts';
import { LIMITS } from './limits.ts';

/** Longest strings are measured in UTF-16 code units, as JSON Schema and browsers do. */
const Line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });

export const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('fr')]);

/** 128 random bits in base64url, without padding. */
export const IdSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

export const IdParams = Type.Object({ id: Type.String({ maxLength: 200 }) });

const EventTypes = Type.Array(Type.String({ minLength: 1, maxLength: LIMITS.eventTypeLength }), {
  minItems: 1,
  maxItems: LIMITS.eventTypes,
  uniqueItems: true,
});

/** An IANA name, "Europe/Paris"; whether it is known is checked where it is stored. */
export const TimeZone = Line(LIMITS.timeZoneLength);

/** What becomes of the deliveries that waited during a pause. */
export const ResumeModeSchema = Type.Union([
  Type.Literal('catch_up'),
  Type.Literal('replay'),
  Type.Literal('drop'),
]);

const HOST_NAMES = {
  teamName: Type.Optional(Line(LIMITS.hostNameLength)),
  channelName: Type.Optional(Line(LIMITS.hostNameLength)),
};

/** What the host told the page about the place; names only, never trusted for access. */
const HostSchema = Type.Object(
  { kind: Type.Union([Type.Literal('connector'), Type.Literal('tab')]), ...HOST_NAMES },
  { additionalProperties: false },
);

/** Where it was set up. `browser`: through Connect to Office 365; the team's name is then the group's. */
const KnownHost = Type.Object({
  kind: Type.Union([Type.Literal('connector'), Type.Literal('tab'), Type.Literal('browser')]),
  ...HOST_NAMES,
});

/** `POST /api/configurations`: stores what the channel wants. Nothing is sent until it has a destination. */
export const CreateConfiguration = Type.Object(
  {
    /** Chosen by the page, once per opening: the same key again changes the same configuration. */
    creationKey: IdSchema,
    name: Line(LIMITS.nameLength),
    eventTypes: EventTypes,
    language: LanguageSchema,
    host: HostSchema,
    /** Left out: every event of the types. */
    filter: Type.Optional(FilterSchema),
    /** Left out: each event at once. */
    schedule: Type.Optional(ScheduleSchema),
    quietHours: Type.Optional(QuietHoursSchema),
    /** For schedule, quiet hours and the times on cards. Left out: UTC. */
    timeZone: Type.Optional(TimeZone),
  },
  { additionalProperties: false },
);
export type CreateConfiguration = Static<typeof CreateConfiguration>;

/** `PATCH /api/configurations/{id}`: `version` is the one that was read; what is left out stays. */
export const ChangeConfiguration = Type.Object(
  {
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    name: Type.Optional(Line(LIMITS.nameLength)),
    eventTypes: Type.Optional(EventTypes),
    language: Type.Optional(LanguageSchema),
    /** Null: none any more. */
    filter: Type.Optional(Type.Union([FilterSchema, Type.Null()])),
    schedule: Type.Optional(ScheduleSchema),
    /** Null: none any more. */
    quietHours: Type.Optional(Type.Union([QuietHoursSchema, Type.Null()])),
    timeZone: Type.Optional(TimeZone),
  },
  { additionalProperties: false },
);
export type ChangeConfiguration = Static<typeof ChangeConfiguration>;

/** `PUT /api/configurations/{id}/destination` and `POST /api/destinations/recognise`. */
export const WebhookUrl = Type.Object(
  { url: Type.String({ minLength: 1, maxLength: LIMITS.urlLength }) },
  { additionalProperties: false },
);
export type WebhookUrl = Static<typeof WebhookUrl>;

const DestinationKindSchema = Type.Union([Type.Literal('connector'), Type.Literal('workflow')]);

/** What a webhook URL is, without the URL. */
export const RecognisedDestination = Type.Object({
  kind: DestinationKindSchema,
  /** Host and last characters, for people. */
  label: Type.String(),
  /** The day since which Teams has none of this kind any more, where that is so. */
  retiredSince: Type.Optional(Type.String({ format: 'date' })),
});
export type RecognisedDestination = Static<typeof RecognisedDestination>;

/**
 * `POST /api/destinations/recognise`: what an address is, or why it is refused, in words and as a code. Both are
 * answers to the question, so both are 200: somebody who is still typing has made no error.
 */
export const Recognition = Type.Union([
  Type.Object({ destination: RecognisedDestination }),
  Type.Object({ refused: Type.String(), reason: Type.String() }),
]);
export type Recognition = Static<typeof Recognition>;

export const Configuration = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  state: Type.Union([
    Type.Literal('active'),
    Type.Literal('paused'),
    Type.Literal('broken'),
    Type.Literal('removed'),
  ]),
  /** Why it is in this state, in words; absent while all is well. */
  stateReason: Type.Optional(Type.String()),
  /** While paused: when it ends by itself; absent until somebody resumes it. */
  pausedUntil: Type.Optional(Type.String({ format: 'date-time' })),
  /** While paused: what its end does with the deliveries that waited. */
  onResume: Type.Optional(ResumeModeSchema),
  /** Since when the destination is dead, while it is. */
  brokenAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** Once removed: since when. It can be restored for the retention time. */
  removedAt: Type.Optional(Type.String({ format: 'date-time' })),
  name: Type.String(),
  eventTypes: Type.Array(Type.String()),
  language: LanguageSchema,
  /** Absent: every event of the types. */
  filter: Type.Optional(FilterSchema),
  schedule: ScheduleSchema,
  quietHours: Type.Optional(QuietHoursSchema),
  timeZone: Type.String(),
  host: KnownHost,
  /** Absent until the host has confirmed the save. */
  destination: Type.Optional(RecognisedDestination),
  createdByName: Type.String(),
  updatedByName: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
});
export type Configuration = Static<typeof Configuration>;

/** One event type that the connector offers. */
const OfferedEventType = Type.Object({
  type: Type.String(),
  title: Type.String(),
  description: Type.String(),
  /** Ticked for somebody who configures for the first time. */
  suggested: Type.Boolean(),
  /** Those of the connector's `filterFields` that its events have. */
  filterFields: Type.Array(Type.String()),
});

/** What a filter can ask of events: a condition's `field`. */
const OfferedFilterField = Type.Object({
  field: Type.String(),
  title: Type.String(),
  kind: Type.Union([Type.Literal('text'), Type.Literal('list'), Type.Literal('yes or no')]),
  /** With its article, as a sentence names it; absent: it is named by its title, in quotes. */
  inSentence: Type.Optional(Type.String()),
  /** It tells who acted, or that a program did: what "mute my own actions" and "mute bots" ask. */
  role: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('bot')])),
});

/** `GET /api/connector?language=`: what can be chosen, in the caller's language. */
export const ConnectorSchema = Type.Object({
  name: Type.String(),
  description: Type.String(),
  eventGroups: Type.Array(
    Type.Object({ id: Type.String(), title: Type.String(), eventTypes: Type.Array(OfferedEventType) }),
  ),
  filterFields: Type.Array(OfferedFilterField),
  limits: Type.Object({
    nameLength: Type.Integer(),
    urlLength: Type.Integer(),
    /** Events are kept, and removals can be undone, for so many days. */
    keptDays: Type.Integer(),
    /** Of a filter: the conditions of each list, a value's length, the values of one condition. */
    conditions: Type.Integer(),
    valueLength: Type.Integer(),
    values: Type.Integer(),
  }),
  /** Whether the stand-in for Teams runs at `/sandbox`. */
  sandbox: Type.Boolean(),
});
export type ConnectorOffer = Static<typeof ConnectorSchema>;

export const LanguageQuery = Type.Object({ language: Type.Optional(LanguageSchema) });

/** What an attempt came to. */
export const VerdictSchema = Type.Union([
  Type.Literal('posted'),
  Type.Literal('accepted'),
  Type.Literal('try_again'),
  Type.Literal('dead'),
  Type.Literal('card_wrong'),
]);

/** Why a destination gave no answer. */
export const NoAnswerSchema = Type.Union([
  Type.Literal('address-refused'),
  Type.Literal('connection-refused'),
  Type.Literal('closed'),
  Type.Literal('name-not-found'),
  Type.Literal('not-reached'),
  Type.Literal('stopped'),
  Type.Literal('too-slow'),
  Type.Literal('encryption'),
  Type.Literal('failed'),
]);

/** One delivery as the channel's page shows it. */
export const DeliverySchema = Type.Object({
  id: Type.String(),
  event: Type.Object({
    /** Names the event's page. */
    number: Type.String(),
    source: Type.String(),
    id: Type.String(),
    type: Type.String(),
    title: Type.String(),
    time: Type.String({ format: 'date-time' }),
  }),
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('sent'),
    Type.Literal('folded'),
    Type.Literal('failed'),
    Type.Literal('dropped'),
    Type.Literal('expired'),
  ]),
  reason: Type.String(),
  verdict: Type.Optional(VerdictSchema),
  /** The destination's own words at the newest attempt; absent when it said nothing. */
  words: Type.Optional(Type.String()),
  /** Why no answer came at the newest attempt. */
  noAnswer: Type.Optional(NoAnswerSchema),
  /** Of one that waits: why, and until when if that is known. */
  wait: Type.Optional(
    Type.Object({
      code: Type.Union([
        Type.Literal('paused'),
        Type.Literal('broken'),
        Type.Literal('no-destination'),
        Type.Literal('retry'),
        Type.Literal('catch-up'),
        Type.Literal('schedule'),
        Type.Literal('quiet-hours'),
        Type.Literal('storm'),
        Type.Literal('pace'),
      ]),
      until: Type.Optional(Type.String({ format: 'date-time' })),
    }),
  ),
  /** How many events its card carried; absent for a card of its own. */
  carried: Type.Optional(Type.Integer()),
  tries: Type.Integer(),
  dueAt: Type.String({ format: 'date-time' }),
  settledAt: Type.Optional(Type.String({ format: 'date-time' })),
});
export type DeliveryEntry = Static<typeof DeliverySchema>;

/** `GET /api/configurations/{id}/deliveries?cursor=`: newest first, 50 a page. */
export const DeliveryPage = Type.Object({
  items: Type.Array(DeliverySchema),
  /** How many of all deliveries wait, counted up to 1,000. */
  waiting: Type.Integer(),
  /** Pass it as `cursor` for the next page; absent on the last one. */
  next: Type.Optional(Type.String()),
});
export type DeliveryPage = Static<typeof DeliveryPage>;

/** The data of a `channel` event of `GET /api/configurations/{id}/stream`. */
export const ChannelNews = Type.Object({ configuration: Configuration, deliveries: DeliveryPage });
export type ChannelNews = Static<typeof ChannelNews>;
