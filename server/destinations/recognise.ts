import { isIP } from 'node:net';
import { LIMITS } from '../configurations/limits.ts';
import type { DestinationKind } from './destination.ts';
import { isListedHost } from './listed-host.ts';
import { type Refusal, refuse } from './refusals.ts';

/**
 * Hosts that Microsoft serves webhooks on; the setting `WEBHOOK_HOSTS` replaces the list. An entry stands
 * for the host itself and for every host below it.
 *
 * The list keeps requests out of private networks; it says nothing about the recipient, for anybody can
 * own a name below `logic.azure.com`. Microsoft changed these hosts in 2021, 2024 and 2025.
 */
export const DEFAULT_WEBHOOK_HOSTS: readonly string[] = [
  // Connectors, retired: one host per tenant, `contoso.webhook.office.com`.
  'webhook.office.com',
  // Connectors of Outlook groups, and those of Teams from before 2021.
  'outlook.office.com',
  'outlook.office365.com',
  // Workflows since 2025: one host per Power Platform environment.
  'api.powerplatform.com',
  // Workflows before that: one host per region. The public cloud's ended on 2025-11-30.
  'logic.azure.com',
  // The same two in the clouds of the United States government ...
  'logic.azure.us',
  'api.gov.powerplatform.microsoft.us',
  'api.high.powerplatform.microsoft.us',
  'api.appsplatform.us',
  // ... and in China.
  'logic.azure.cn',
  'api.powerplatform.partner.microsoftonline.cn',
];

/** Pages that people paste in place of a webhook. */
const MISTAKEN_HOSTS: readonly { refusal: Refusal; hosts: readonly string[] }[] = [
  {
    refusal: 'teams-link',
    hosts: ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com', 'teams.microsoft.us'],
  },
  { refusal: 'sharepoint-link', hosts: ['sharepoint.com', 'sharepoint.us', 'sharepoint.cn'] },
  { refusal: 'flow-page', hosts: ['powerautomate.com', 'powerautomate.us', 'flow.microsoft.com'] },
];

/** `/webhook/…` and `/webhookb2/{group}@{tenant}/{provider}/{hex}/{user}`, newer ones with a fifth token. */
const CONNECTOR_PATH = /^\/webhook(?:b2)?\/[^/@]+@[^/@]+(?:\/[^/]+){3,4}$/;

/** `…/workflows/{hex}/triggers/{name}/paths/invoke`; what stands before it has changed twice. */
const WORKFLOW_PATH = /^(?:\/[\w.-]+)*\/workflows\/[0-9a-f]+\/triggers\/[^/]+\/paths\/invoke$/i;

/** Signatures are 43 characters long; fewer than this were cut off while copying. */
const SIGNATURE_MIN_LENGTH = 16;

export interface RecognisedWebhook {
  kind: DestinationKind;
  /** The address to store and to post to, as the URL parser writes it. A secret. */
  url: string;
  /** Host and last 4 characters: all that people may see of it. */
  label: string;
}

/**
 * Tells what kind of webhook an address is.
 *
 * Takes what a person pasted or a host handed over, and the hosts that are allowed, in the form of
 * `DEFAULT_WEBHOOK_HOSTS`. Throws `webhook-url-refused`, with what to do, for everything else: fails closed.
 */
export function recogniseWebhook(url: string, allowedHosts: readonly string[]): RecognisedWebhook {
  const parsed = parseAddress(url.trim());
  if (!isListedHost(parsed.hostname, allowedHosts)) {
    const mistake = MISTAKEN_HOSTS.find(({ hosts }) => isListedHost(parsed.hostname, hosts));
    return refuse(mistake?.refusal ?? 'wrong-host');
  }
  const kind = kindByPath(parsed.pathname) ?? refuse('wrong-path');
  if (kind === 'workflow' && !hasSignature(parsed)) refuse('signature-missing');
  return { kind, url: parsed.href, label: `${parsed.hostname} …${parsed.href.slice(-4)}` };
}

/** Refuses what the URL parser would silently mend, for a mended address is not the one that was copied. */
function parseAddress(text: string): URL {
  if (text.length > LIMITS.urlLength) refuse('too-long');
  // Of ASCII, without what RFC 3986 keeps out of addresses.
  if (/[^!-~]|["<>\\^`{|}]/.test(text)) refuse('odd-characters');
  if (!/^https:\/\//i.test(text)) refuse('not-https');
  const parsed = URL.parse(text) ?? refuse('not-an-address');
  if (parsed.username !== '' || parsed.password !== '') refuse('credentials');
  if (isIP(parsed.hostname) !== 0 || parsed.hostname.startsWith('[')) refuse('ip-address');
  // The parser has removed the port when it is 443.
  if (parsed.port !== '') refuse('port');
  parsed.hash = '';
  return parsed;
}

function kindByPath(path: string): DestinationKind | undefined {
  if (CONNECTOR_PATH.test(path)) return 'connector';
  if (WORKFLOW_PATH.test(path)) return 'workflow';
  return undefined;
}

function hasSignature(parsed: URL): boolean {
  return (parsed.searchParams.get('sig') ?? '').length >= SIGNATURE_MIN_LENGTH;
}
