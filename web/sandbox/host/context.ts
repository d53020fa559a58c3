import type { FrameContext } from './initialize.ts';

/** Teams' themes. `glass` comes on some devices; the sandbox itself looks as in `default` then. */
export type HostTheme = 'default' | 'dark' | 'contrast' | 'glass';

/** Where and as whom a page is shown. */
export interface Place {
  theme: HostTheme;
  /** A language tag such as `fr-FR`. */
  locale: string;
  tenantId: string;
  person: { id: string; upn: string };
  team: { id: string; groupId: string; name: string };
  channel: { id: string; name: string };
  /** What the page chose as its `entityId`; empty before it has saved. */
  entityId: string;
  /** One for the life of the window. */
  sessionId: string;
}

/** The sandbox's own app id: pages use it as the key of the installed app. */
const APP_ID = '2f6d9c41-7b0e-4a58-93c7-e1d05a8b6f24';

/**
 * The context in the flat form that `getContext` answers; newer SDKs turn it into their nested form. Teams
 * writes the locale in lower case here.
 */
export function flatContext(place: Place, frameContext: FrameContext): Record<string, unknown> {
  return {
    locale: place.locale.toLowerCase(),
    theme: place.theme,
    entityId: place.entityId,
    subEntityId: '',
    tid: place.tenantId,
    userObjectId: place.person.id,
    loginHint: place.person.upn,
    userPrincipalName: place.person.upn,
    teamId: place.team.id,
    teamName: place.team.name,
    groupId: place.team.groupId,
    channelId: place.channel.id,
    channelName: place.channel.name,
    channelType: 'Regular',
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext,
    sessionId: place.sessionId,
    appSessionId: place.sessionId,
    appId: APP_ID,
  };
}

/** Fills the placeholders that Teams fills in the URLs of an app, in their old and their new names. */
export function fillPlaceholders(url: string, place: Place): string {
  const values: Record<string, string> = {
    '{theme}': place.theme,
    '{app.theme}': place.theme,
    '{locale}': place.locale,
    '{app.locale}': place.locale,
    '{entityId}': place.entityId,
    '{page.id}': place.entityId,
    '{tid}': place.tenantId,
    '{user.tenant.id}': place.tenantId,
    '{groupId}': place.team.groupId,
    '{team.groupId}': place.team.groupId,
    '{channelId}': place.channel.id,
    '{channel.id}': place.channel.id,
    '{userObjectId}': place.person.id,
    '{user.id}': place.person.id,
    '{upn}': place.person.upn,
    '{loginHint}': place.person.upn,
    '{user.loginHint}': place.person.upn,
  };
  return url.replaceAll(/\{[A-Za-z.]+\}/g, (name) => encodeURIComponent(values[name] ?? name));
}
