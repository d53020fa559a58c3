import { type Static, Type } from 'typebox';

const MailboxSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('group'), Type.Literal('inbox')]),
  name: Type.String(),
});
export type MailboxView = Static<typeof MailboxSchema>;

/** What the connector asks of the stand-in, as its address carries it. */
const Question = {
  connectorId: Type.String({ maxLength: 200 }),
  callbackUrl: Type.String({ maxLength: 2_048 }),
};

export const OpenRequest = Type.Object(Question, { additionalProperties: false });
export type OpenRequest = Static<typeof OpenRequest>;

const Visitor = Type.Object({
  id: Type.String(),
  name: Type.String(),
  upn: Type.String(),
  /** Where this person can let cards go. */
  mailboxes: Type.Array(MailboxSchema),
});

/** Who may sign in, and the app that asks; or that the request is not valid, as Microsoft says it. */
export const OpenAnswer = Type.Union([
  Type.Object({ appName: Type.String(), people: Type.Array(Visitor) }),
  Type.Object({ invalid: Type.Literal(true) }),
]);
export type OpenAnswer = Static<typeof OpenAnswer>;

export const DecideRequest = Type.Object(
  {
    ...Question,
    state: Type.Optional(Type.String({ maxLength: 2_048 })),
    personId: Type.String({ maxLength: 100 }),
    /** Absent: the person pressed Deny. */
    mailboxId: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);
export type DecideRequest = Static<typeof DecideRequest>;
/** The way back to the connector. */
export const DecideAnswer = Type.Object({ location: Type.String() });
export type DecideAnswer = Static<typeof DecideAnswer>;

export const MailboxesSchema = Type.Object({ mailboxes: Type.Array(MailboxSchema) });
export type Mailboxes = Static<typeof MailboxesSchema>;
export const MailboxParams = Type.Object({ mailboxId: Type.String({ maxLength: 100 }) });
