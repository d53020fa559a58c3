import type { Settings } from '../settings.ts';

/** Connect to Office 365, as this server offers it. */
export interface ConnectOffer {
  /** Microsoft's page that asks where cards shall go and whether they may; in the sandbox, a path of our own. */
  pageUrl: string;
  /** The connector's id in Microsoft's developer dashboard. */
  connectorId: string;
  /** Organisations whose groups and inboxes may be connected: GUIDs in lower case. */
  tenants: readonly string[];
}

/** Where Microsoft asks, in the public cloud; other clouds have no such page. */
const PAGE_URL = 'https://outlook.office.com/connectors/Connect';

/** What the settings offer; undefined when the connector is not registered, or nobody could sign in. */
export function office365Offer({
  connectorId,
  entra,
}: Pick<Settings, 'connectorId' | 'entra'>): ConnectOffer | undefined {
  if (connectorId === undefined || !entra) return undefined;
  return { pageUrl: PAGE_URL, connectorId, tenants: entra.tenants };
}

/** The way to Microsoft's page. It sends the browser back to `callbackUrl`, with `state` as it was. */
export function addressOf(
  { pageUrl, connectorId }: ConnectOffer,
  { state, callbackUrl }: { state: string; callbackUrl: string },
): string {
  return `${pageUrl}?${new URLSearchParams({ state, app_id: connectorId, callback_url: callbackUrl })}`;
}
