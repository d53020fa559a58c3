import { type Static, Type } from 'typebox';
import {
  Configuration,
  CreateConfiguration,
  IdSchema,
  ResumeModeSchema,
  WebhookUrl,
} from '../../configurations/schema.ts';

const { name, eventTypes, language, filter, schedule, quietHours, timeZone } = CreateConfiguration.properties;
const { teamName, channelName, kind } = Configuration.properties.host.properties;

/** Where cards go. In a file there may also be `{ "env": "NAME" }`: whoever reads the file puts the address in. */
const Destination = Type.Union([
  /** As it was exported, for the very same id: opens with the `SECRET_KEYS` that it was sealed with. */
  Type.Object({ sealed: Type.String({ minLength: 1, maxLength: 8_192 }) }, { additionalProperties: false }),
  /** An address as people paste it. */
  Type.Object({ url: WebhookUrl.properties.url }, { additionalProperties: false }),
]);

/**
 * A configuration as code. It is found by its id, else by its organisation and key. What is left out is as if nobody
 * had chosen it, but for id, host, destination and pause: those stay as they are.
 */
export const ConfigurationCode = Type.Object(
  {
    id: Type.Optional(IdSchema),
    /** Names it within its organisation, for good. */
    key: Type.String({ pattern: '^[\\w.:-]{1,100}$' }),
    tenantId: Type.String({ pattern: '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' }),
    name,
    eventTypes,
    language: Type.Optional(language),
    filter,
    schedule,
    quietHours,
    timeZone,
    host: Type.Optional(Type.Object({ kind, teamName, channelName }, { additionalProperties: false })),
    destination: Type.Optional(Destination),
    /** Its channel is paused; without `until`, until somebody resumes it. */
    pause: Type.Optional(
      Type.Object(
        { until: Type.Optional(Type.String({ format: 'date-time' })), onResume: ResumeModeSchema },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type ConfigurationCode = Static<typeof ConfigurationCode>;

/** `GET /api/operate/configurations/export`: all that are not removed, by their ids, 100 a page. */
export const ExportQuery = Type.Object(
  {
    /** Those of one organisation. */
    tenant: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' })),
    cursor: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);
export const ExportPage = Type.Object({
  items: Type.Array(ConfigurationCode),
  next: Type.Optional(Type.String()),
});
export type ExportPage = Static<typeof ExportPage>;

/** More are sent in several requests. */
export const APPLIED_AT_ONCE = 100;

/** `POST /api/operate/configurations/apply`. */
export const ApplyRequest = Type.Object(
  {
    /** Nothing is changed; the answer says what would be. */
    dryRun: Type.Optional(Type.Boolean()),
    /** Each is checked by itself: one that is wrong keeps no other from being applied. */
    configurations: Type.Array(Type.Object({}, { additionalProperties: true }), {
      minItems: 1,
      maxItems: APPLIED_AT_ONCE,
    }),
  },
  { additionalProperties: false },
);

/** What became of one entry. */
const Applied = Type.Object({
  /** Absent when the entry has no readable one. */
  key: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  /** Absent when there is none yet. */
  id: Type.Optional(Type.String()),
  outcome: Type.Union([
    Type.Literal('created'),
    Type.Literal('changed'),
    Type.Literal('unchanged'),
    Type.Literal('failed'),
  ]),
  /** What differs; an address shows as its host and last characters. */
  changes: Type.Array(
    Type.Object({
      field: Type.String(),
      before: Type.Optional(Type.Unknown()),
      after: Type.Optional(Type.Unknown()),
    }),
  ),
  /** Why it failed; what of it was done before is among the changes of the next run no more. */
  problem: Type.Optional(
    Type.Object({
      code: Type.String(),
      detail: Type.String(),
      errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
    }),
  ),
});
export type Applied = Static<typeof Applied>;

/** One for each entry, in its order. */
export const ApplyResult = Type.Object({ dryRun: Type.Boolean(), items: Type.Array(Applied) });
export type ApplyResult = Static<typeof ApplyResult>;
