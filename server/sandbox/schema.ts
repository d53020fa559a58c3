import { type Static, Type } from 'typebox';
import { BehavioursSchema } from './behaviour.ts';

/** Longest settings that a page may have stored, in bytes of JSON. Teams' own limit is not published. */
export const SETTINGS_LIMIT_BYTES = 16_384;

const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
const WebhookId = Type.String({ pattern: '^[0-9a-f]{32}$' });
const Line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });

const PersonSchema = Type.Object({ id: Type.String(), name: Type.String(), upn: Type.String() });
export type SandboxPerson = Static<typeof PersonSchema>;

const ChannelSchema = Type.Object({ id: Type.String(), name: Type.String() });
export type SandboxChannel = Static<typeof ChannelSchema>;

const WebhookKind = Type.Union([Type.Literal('connector'), Type.Literal('workflow')]);

/** A webhook of a channel, with its whole URL: in the sandbox it protects nothing. */
export const WebhookSchema = Type.Object({
  id: Type.String(),
  kind: WebhookKind,
  channelId: Type.String(),
  name: Type.String(),
  url: Type.String(),
});
export type SandboxWebhook = Static<typeof WebhookSchema>;

/** What a page stored with `setSettings`. Kept as it came: the host does not know the page's business. */
const SettingsSchema = Type.Record(Type.String(), Type.Unknown());

/** A connector or tab that was added to a channel. */
export const InstallationSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('connector'), Type.Literal('tab')]),
  channelId: Type.String(),
  /** Only a connector has one; a tab's page asks its user for a Workflow's URL. */
  webhookUrl: Type.Optional(Type.String()),
  settings: SettingsSchema,
  savedByName: Type.String(),
  savedAt: Type.String({ format: 'date-time' }),
});
export type Installation = Static<typeof InstallationSchema>;

/** A message in a channel. `content` is the card as it was received; `text` posts hold a string. */
const PostSchema = Type.Object({
  /** Rises with every post, over all channels. */
  id: Type.Integer(),
  channelId: Type.String(),
  sender: Type.Object({ name: Type.String(), kind: WebhookKind }),
  format: Type.Union([Type.Literal('adaptive-card'), Type.Literal('message-card'), Type.Literal('text')]),
  content: Type.Unknown(),
  postedAt: Type.String({ format: 'date-time' }),
});
export type Post = Static<typeof PostSchema>;

export const StateSchema = Type.Object({
  /** What the app's manifest calls it. */
  appName: Type.String(),
  /** Of the configuration page, where the sandbox runs for another app alone. */
  appPath: Type.Optional(Type.String()),
  tenantId: Type.String(),
  team: Type.Object({ id: Type.String(), groupId: Type.String(), name: Type.String() }),
  channels: Type.Array(ChannelSchema),
  people: Type.Array(PersonSchema),
  /** Somebody of another organisation. */
  stranger: PersonSchema,
  installations: Type.Array(InstallationSchema),
  /** The Workflows of all channels. A connector's webhook stands in its installation. */
  workflows: Type.Array(WebhookSchema),
  /** Of the channels whose webhooks were switched. */
  behaviours: BehavioursSchema,
});
export type SandboxState = Static<typeof StateSchema>;

export const ChannelParams = Type.Object({ channelId: Type.String({ maxLength: 200 }) });
export const WebhookParams = Type.Object({ webhookId: WebhookId });
export const InstallationParams = Type.Object({ installationId: Uuid });
export const SampleParams = Type.Object({ sampleId: Type.String({ maxLength: 100 }) });

/** A post's number as a query carries it: text. Fifteen digits stay a safe integer. */
const PostNumber = Type.String({ pattern: '^\\d{1,15}$' });

/** Posts older than `before`, to page back; without it the newest. */
export const BeforeQuery = Type.Object({ before: Type.Optional(PostNumber) });

/** Posts newer than `after`, the last one that the caller has. */
export const AfterQuery = Type.Object({ after: PostNumber });

export const PostsSchema = Type.Object({ posts: Type.Array(PostSchema) });
export type Posts = Static<typeof PostsSchema>;

export const CreateWebhook = Type.Object(
  { kind: WebhookKind, name: Line(80) },
  { additionalProperties: false },
);
export type CreateWebhook = Static<typeof CreateWebhook>;

export const CreateInstallation = Type.Object(
  {
    kind: Type.Union([Type.Literal('connector'), Type.Literal('tab')]),
    /** The webhook that was made for this connector; a tab has none. */
    webhookId: Type.Optional(WebhookId),
    settings: SettingsSchema,
    personId: Uuid,
  },
  { additionalProperties: false },
);
export type CreateInstallation = Static<typeof CreateInstallation>;

export const ChangeInstallation = Type.Object(
  {
    settings: SettingsSchema,
    personId: Uuid,
    /** Another webhook that was made for this connector meanwhile; the one before is removed. */
    webhookId: Type.Optional(WebhookId),
  },
  { additionalProperties: false },
);
export type ChangeInstallation = Static<typeof ChangeInstallation>;

export const TokenRequest = Type.Object({ personId: Uuid }, { additionalProperties: false });
export type TokenRequest = Static<typeof TokenRequest>;
export const TokenAnswer = Type.Object({ token: Type.String() });
export type TokenAnswer = Static<typeof TokenAnswer>;

/** What the sandbox's sign-in page asks for in the name of whoever was picked; see OAuth for the rest. */
export const AuthorizeRequest = Type.Object(
  {
    personId: Uuid,
    clientId: Uuid,
    redirectUri: Type.String({ format: 'uri', maxLength: 500 }),
    challenge: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    nonce: Type.String({ minLength: 1, maxLength: 100 }),
  },
  { additionalProperties: false },
);
export type AuthorizeRequest = Static<typeof AuthorizeRequest>;
export const AuthorizeAnswer = Type.Object({ code: Type.String() });
export type AuthorizeAnswer = Static<typeof AuthorizeAnswer>;

/** The sample events, each with its words in the page's locale files. */
const SampleIdSchema = Type.Union([
  Type.Literal('task-created'),
  Type.Literal('task-updated'),
  Type.Literal('github-push'),
  Type.Literal('github-pull-request-opened'),
  Type.Literal('github-pull-request-merged'),
  Type.Literal('github-issue-opened'),
  Type.Literal('github-release-published'),
  Type.Literal('github-workflow-failed'),
  Type.Literal('github-workflow-succeeded'),
]);
export type SampleId = Static<typeof SampleIdSchema>;

export const SamplesSchema = Type.Object({ samples: Type.Array(SampleIdSchema) });
export type Samples = Static<typeof SamplesSchema>;

/** An event in the short form of `POST /api/events`. */
export const FreeEvent = Type.Object(
  {
    type: Line(200),
    title: Line(500),
    text: Type.Optional(Type.String({ maxLength: 20_000 })),
    url: Type.Optional(Type.String({ minLength: 1, maxLength: 2_048 })),
  },
  { additionalProperties: false },
);
export type FreeEvent = Static<typeof FreeEvent>;

/** How the intake answered: its status and its body as text, whatever it was. */
export const SendResult = Type.Object({
  accepted: Type.Boolean(),
  status: Type.Integer(),
  body: Type.String(),
});
export type SendResult = Static<typeof SendResult>;

export const PostParams = Type.Object({ postId: PostNumber });

/** A button of a card that somebody presses. */
export const PressRequest = Type.Object(
  {
    personId: Uuid,
    /** Its place among the card's buttons, from 0. */
    button: Type.Integer({ minimum: 0, maximum: 9 }),
  },
  { additionalProperties: false },
);
export type PressRequest = Static<typeof PressRequest>;

/** What Teams shows below the card. */
export const PressResult = Type.Object({ worked: Type.Boolean(), status: Type.String() });
export type PressResult = Static<typeof PressResult>;

const GalleryCardSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  /** The same card for each kind of webhook. */
  bodies: Type.Array(
    Type.Object({
      kind: WebhookKind,
      payload: Type.Unknown(),
      /** Of the body as it is sent, in UTF-8. */
      bytes: Type.Integer(),
    }),
  ),
});
export type GalleryCard = Static<typeof GalleryCardSchema>;

export const GallerySchema = Type.Object({
  /** What a body may have. */
  budgetBytes: Type.Integer(),
  cards: Type.Array(GalleryCardSchema),
});
export type Gallery = Static<typeof GallerySchema>;
