import type { Connector } from '../connector.ts';
import type { Listing } from '../listing.ts';
import {
  type AppManifest,
  LOCALIZATION_SCHEMA,
  type Localization,
  MANIFEST_SCHEMA,
  SCHEMA_VERSION,
} from './app-manifest.ts';
import type { Installation } from './installation.ts';

/** What is said of the connector, whoever runs it. */
export interface Declaration {
  connector: Pick<Connector, 'name' | 'description'>;
  listing: Listing;
}

/** Teams fills these in, so that our pages begin in the right looks and language. */
const LOOKS = 'theme={app.theme}&locale={app.locale}';

export const FRENCH_FILE = 'fr.json';

/** The manifest of one running Cardwire. The address names the dialog: both hosts open the same page. */
export function buildManifest({ connector, listing }: Declaration, installation: Installation): AppManifest {
  const { publicUrl, appId, connectorId, clientId } = installation;
  const { host, hostname } = new URL(publicUrl);
  return {
    $schema: MANIFEST_SCHEMA,
    manifestVersion: SCHEMA_VERSION,
    version: listing.version,
    id: appId,
    developer: { ...listing.publisher },
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: [{ languageTag: 'fr', file: FRENCH_FILE }],
    },
    name: { short: connector.name, full: listing.fullName.en },
    description: { short: connector.description.en, full: listing.fullDescription.en },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: listing.accentColor,
    configurableTabs: [
      {
        configurationUrl: `${publicUrl}/config?host=tab&${LOOKS}`,
        canUpdateConfiguration: true,
        scopes: ['team', 'groupChat'],
        context: ['channelTab', 'privateChatTab', 'meetingChatTab'],
      },
    ],
    ...(connectorId !== undefined && {
      connectors: [
        { connectorId, configurationUrl: `${publicUrl}/config?host=connector&${LOOKS}`, scopes: ['team'] },
      ],
    }),
    // A tab needs nothing of a channel but its name, so the kind of channel does not matter to it.
    supportedChannelTypes: ['sharedChannels', 'privateChannels'],
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'tab', groupchat: 'tab' },
    // Without it Teams does not tell the page which team it is in.
    permissions: ['identity'],
    validDomains: [hostname],
    ...(clientId !== undefined && {
      webApplicationInfo: { id: clientId, resource: `api://${host}/${clientId}` },
    }),
  };
}

/** The manifest's words in French. */
export function buildFrench({ connector, listing }: Declaration): Localization {
  return {
    $schema: LOCALIZATION_SCHEMA,
    'name.short': connector.name,
    'name.full': listing.fullName.fr,
    'description.short': connector.description.fr,
    'description.full': listing.fullDescription.fr,
  };
}
