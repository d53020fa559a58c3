import { type Static, Type } from 'typebox';
import { Configuration, CreateConfiguration, IdSchema } from '../configurations/schema.ts';
import { TestResult } from '../configurations/test-schema.ts';

/** `POST /connect/api/start`: what the group or inbox shall get. */
export const StartConnect = Type.Omit(CreateConfiguration, ['creationKey', 'name', 'host'], {
  additionalProperties: false,
});
export type StartConnect = Static<typeof StartConnect>;

export const StartedConnect = Type.Object({
  /** Microsoft's page; the way back is bound to this browser. */
  location: Type.String(),
});
export type StartedConnect = Static<typeof StartedConnect>;

/** How the newest way to Microsoft and back ended. */
export const OUTCOMES = [
  'granted',
  'denied',
  'failed',
  'unreadable',
  'unknown',
  'foreign',
  'used',
  'expired',
  'address-refused',
  'tenant-not-allowed',
  'server-failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const PlaceSchema = Type.Union([Type.Literal('inbox'), Type.Literal('group'), Type.Literal('team')]);

/** Something that Microsoft gave and no card has proved yet. */
const PendingConnection = Type.Object({
  id: Type.String(),
  place: PlaceSchema,
  groupName: Type.Optional(Type.String()),
});

const ConnectionSchema = Type.Object({ place: PlaceSchema, configuration: Configuration });
export type ConnectionView = Static<typeof ConnectionSchema>;

/** `GET /api/connections`: what the person who signed in has connected, newest first. */
export const ConnectionList = Type.Object({ connections: Type.Array(ConnectionSchema) });
export type ConnectionList = Static<typeof ConnectionList>;

/** `GET /connect/api/session`: what this browser has connected, newest first, and how its newest try ended. */
export const ConnectSessionView = Type.Object({
  outcome: Type.Optional(Type.Enum(OUTCOMES)),
  pending: Type.Array(PendingConnection),
  connections: Type.Array(ConnectionSchema),
});
export type ConnectSessionView = Static<typeof ConnectSessionView>;

export const PendingParams = Type.Object({ id: IdSchema });

/** `POST /connect/api/pending/{id}/prove`: what the webhook made of a first card. */
export const ProofSchema = Type.Object({
  /** Absent when the same was proved before. */
  test: Type.Optional(TestResult),
  /** There once a card was posted: from then on events flow. */
  connection: Type.Optional(ConnectionSchema),
});
export type Proof = Static<typeof ProofSchema>;
