import { type BrokenPackage, inFrench, inManifest, put } from './broken-package.ts';

const NIL = '00000000-0000-0000-0000-000000000000';

const SCHEMA: BrokenPackage[] = [
  inManifest('packageName', 'does not know', (m) => put(m, 'packageName', 'com.x')),
  inManifest('needsIdentity', 'does not know', (m) => put(m, 'needsIdentity', true)),
  inManifest('accentColor', 'missing', (m) => put(m, 'accentColor', undefined)),
  inManifest('accentColor', 'pattern', (m) => put(m, 'accentColor', 'teal')),
  inManifest('name.short', '31 characters', (m) => put(m.name, 'short', 'x'.repeat(31))),
  inManifest('description.short', '81 characters', (m) => put(m.description, 'short', 'x'.repeat(81))),
  inManifest('manifestVersion', '"1.29"', (m) => put(m, 'manifestVersion', '1.29')),
  inManifest('configurableTabs', 'more than 1', (m) => m.configurableTabs?.push(...m.configurableTabs)),
  inManifest('connectors.0.scopes.0', '"groupChat"', (m) => put(m.connectors?.[0], 'scopes', ['groupChat'])),
  inManifest('$schema', 'does not name version 1.30', (m) =>
    put(m, '$schema', m.$schema.replace('1.30', '1.29')),
  ),
  inFrench('name.short', '31 characters', (f) => put(f, 'name.short', 'x'.repeat(31))),
  inFrench('nom', 'does not know', (f) => put(f, 'nom', 'x')),
  inFrench('$schema', 'names another schema', (f) => put(f, '$schema', f.$schema.replace('1.30', '1.28'))),
];

const IDS: BrokenPackage[] = [
  ...['1.0', '01.0.0', '1.0.0-rc.1', 'v1.0.0', '1.0.0.0'].map((version) =>
    inManifest('version', `“${version}” is no version`, (m) => put(m, 'version', version)),
  ),
  inManifest('id', 'all zeros', (m) => put(m, 'id', NIL)),
  inManifest('connectors.0.connectorId', 'is no GUID', (m) => put(m.connectors?.[0], 'connectorId', 'ours')),
  inManifest('webApplicationInfo.id', 'all zeros', (m) =>
    put(m, 'webApplicationInfo', { id: NIL, resource: `api://cards.fabrikam.com/${NIL}` }),
  ),
  ...['api://CARDS.fabrikam.com', 'api://fabrikam.com', 'https://cards.fabrikam.com'].map((start) =>
    inManifest('webApplicationInfo.resource', 'but the pages are at cards.fabrikam.com', (m) =>
      put(m.webApplicationInfo, 'resource', `${start}/${m.webApplicationInfo?.id}`),
    ),
  ),
];

const ADDRESSES: BrokenPackage[] = [
  inManifest('developer.privacyUrl', 'does not begin with https', (m) =>
    put(m.developer, 'privacyUrl', 'http://fabrikam.com/privacy'),
  ),
  inManifest('developer.websiteUrl', 'user name or password', (m) =>
    put(m.developer, 'websiteUrl', 'https://me:secret@fabrikam.com/'),
  ),
  inManifest('connectors.0.configurationUrl', 'is no absolute address', (m) =>
    put(m.connectors?.[0], 'configurationUrl', undefined),
  ),
  inManifest(
    'developer.termsOfUseUrl',
    'is a name for examples',
    (m) => put(m.developer, 'termsOfUseUrl', 'https://www.example.com/terms'),
    'publishing',
  ),
  ...(
    [
      ['https://cards.fabrikam.com', 'more than a host'],
      ['cards.fabrikam.com/config', 'more than a host'],
      ['cards.fabrikam.com:8443', 'more than a host'],
      ['10.1.2.3', 'is an IP address'],
      ['fabrikam', 'is no host name'],
      ['cards.*.com', 'is no host name'],
      ['*.com', 'a whole top-level domain'],
      ['*.ngrok.io', 'Anybody can have an address below ngrok.io'],
    ] as const
  ).map(([domain, reason]) => inManifest('validDomains.1', reason, (m) => m.validDomains?.push(domain))),
  inManifest(
    'validDomains.1',
    'a tunnel’s address',
    (m) => m.validDomains?.push('mine.devtunnels.ms'),
    'publishing',
  ),
  ...['fabrikam.com', '*.cards.fabrikam.com', '*.fabrikam.net'].map((domain) =>
    inManifest('validDomains', 'cards.fabrikam.com, the host of our pages', (m) =>
      put(m, 'validDomains', [domain]),
    ),
  ),
];

const CAPABILITIES: BrokenPackage[] = [
  inManifest('permissions', 'which team it is in', (m) => put(m, 'permissions', [])),
  inManifest('configurableTabs.0.scopes', 'can be added nowhere', (m) =>
    put(m.configurableTabs?.[0], 'scopes', []),
  ),
  inManifest('configurableTabs', 'offers nothing', (m) => {
    put(m, 'configurableTabs', undefined);
    put(m, 'connectors', undefined);
  }),
];

const WORDS: BrokenPackage[] = [
  inManifest('name.short', 'missing or empty', (m) => put(m.name, 'short', ' ')),
  inManifest('name.full', 'missing or empty', (m) => put(m.name, 'full', undefined)),
  inManifest('name.full', 'the short name again', (m) => put(m.name, 'full', 'CARDWIRE')),
  inManifest('description.full', 'repeats the short description', (m) =>
    put(m.description, 'full', `${m.description.short} And more.`),
  ),
  inFrench('name.full', 'missing or empty', (f) => put(f, 'name.full', undefined)),
  inFrench('name.full', 'the short name again', (f) => put(f, 'name.full', 'Cardwire')),
  inManifest('name.full', '“Teams”', (m) => put(m.name, 'full', 'Cardwire for teams'), 'publishing'),
  inFrench('name.short', '“SharePoint”', (f) => put(f, 'name.short', 'Pour SharePoint'), 'publishing'),
  inManifest(
    'developer.name',
    '“Microsoft”',
    (m) => put(m.developer, 'name', 'Friends of Microsoft'),
    'publishing',
  ),
];

/** Every rule about what the manifest and the words say, broken once at least. */
export const BROKEN_MANIFESTS = [...SCHEMA, ...IDS, ...ADDRESSES, ...CAPABILITIES, ...WORDS];
