import type { Configuration, ConnectorOffer } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { ApiError, isGone } from '../shared/api-error.ts';
import type { HostConfig, HostPlace } from '../shared/host.ts';
import type { Language } from '../shared/language.ts';
import type { Dialog } from './dialog.ts';
import { type HostKind, hostKindOf } from './host-kind.ts';

/** All that the form starts from. */
export interface Opening {
  offer: ConnectorOffer;
  hostKind: HostKind;
  place: HostPlace;
  /** A dialog of Outlook or of a group's page: connectors live on there. */
  outlook?: boolean;
  /** The address that the host gives, where it gives one. */
  webhookUrl?: string;
  /** What is being edited; absent when something new is set up. */
  stored?: Configuration;
  /** The host remembers a configuration that the server does not hold (any more). */
  lost: boolean;
  /** The host gave another webhook URL than the server had, and whether the server now has it. */
  moved?: 'stored' | 'not-stored';
}

/**
 * Reads what the host and the server hold for this place. Whether it is new or edited is decided by the
 * host's `entityId` alone: new Teams opens the same address for both.
 */
export async function openConfiguration(
  api: Api,
  dialog: Dialog,
  place: HostPlace,
  language: Language,
): Promise<Opening> {
  const config = await dialog.readConfig();
  const [offer, stored] = await Promise.all([api.readConnector(language), readStored(api, config.entityId)]);
  // The page itself only edits: what is new belongs into a host.
  if (dialog.own !== undefined && stored === undefined) throw new ApiError('configuration-removed');
  const hostKind =
    kindOfDialog(dialog, stored) ?? hostKindOf(config, new URLSearchParams(window.location.search));
  const outlook = ['mail', 'groups'].includes(config.appType?.toLowerCase() ?? '');
  const opening = {
    offer,
    hostKind,
    place,
    outlook,
    lost: stored === undefined && config.entityId !== undefined,
    ...(config.webhookUrl !== undefined && { webhookUrl: config.webhookUrl }),
  };
  if (stored === undefined) return opening;
  return { ...opening, ...(await followWebhook(api, stored, config)) };
}

/** What was set up as a tab has its address in the form; all else got its own from elsewhere. */
function kindOfDialog({ own }: Dialog, stored: Configuration | undefined): HostKind | undefined {
  if (own === undefined) return undefined;
  return stored?.host.kind === 'tab' ? 'tab' : 'connector';
}

async function readStored(api: Api, id: string | undefined): Promise<Configuration | undefined> {
  // Without sign-in nothing could be saved: better to learn it now than at Save.
  if (id === undefined) return void (await api.checkSignIn());
  try {
    const stored = await api.readConfiguration(id);
    return stored.state === 'removed' ? undefined : stored;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/**
 * Hosts may change the webhook URL behind our back, after a save too, so the server is given what the host
 * says now; the same URL again changes nothing there. Fails open: the form can be used, and Save gives the
 * URL once more.
 */
async function followWebhook(
  api: Api,
  stored: Configuration,
  { webhookUrl }: HostConfig,
): Promise<Pick<Opening, 'stored' | 'moved'>> {
  if (webhookUrl === undefined) return { stored };
  try {
    const now = await api.setDestination(stored.id, webhookUrl);
    const moved = now.destination?.label !== stored.destination?.label;
    return moved ? { stored: now, moved: 'stored' } : { stored: now };
  } catch {
    return { stored, moved: 'not-stored' };
  }
}
