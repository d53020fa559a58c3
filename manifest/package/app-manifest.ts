/** The version of Teams' schema that our manifests follow. */
export const SCHEMA_VERSION = '1.30';

export const MANIFEST_FILE = 'manifest.json';

const SCHEMA_FOLDER = `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}`;
export const MANIFEST_SCHEMA = `${SCHEMA_FOLDER}/MicrosoftTeams.schema.json`;
export const LOCALIZATION_SCHEMA = `${SCHEMA_FOLDER}/MicrosoftTeams.Localization.schema.json`;

/** What of a Teams manifest we write. */
export interface AppManifest {
  $schema: string;
  manifestVersion: string;
  version: string;
  id: string;
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string };
  localizationInfo?: { defaultLanguageTag: string; additionalLanguages?: AddedLanguage[] };
  name: { short: string; full?: string };
  description: { short: string; full: string };
  icons: { color: string; outline: string };
  accentColor: string;
  configurableTabs?: ConfigurableTab[];
  connectors?: ManifestConnector[];
  supportedChannelTypes?: string[];
  defaultInstallScope?: string;
  defaultGroupCapability?: { team?: string; groupchat?: string };
  permissions?: string[];
  validDomains?: string[];
  webApplicationInfo?: { id: string; resource?: string };
}

interface AddedLanguage {
  languageTag: string;
  file: string;
}

interface ConfigurableTab {
  configurationUrl: string;
  canUpdateConfiguration?: boolean;
  scopes: string[];
  context?: string[];
}

interface ManifestConnector {
  connectorId: string;
  configurationUrl?: string;
  scopes: string[];
}

/** The words of a manifest in another language. */
export interface Localization {
  $schema: string;
  'name.short': string;
  'name.full': string;
  'description.short': string;
  'description.full': string;
}
