import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { AppManifest } from '../../../manifest/package/app-manifest.ts';
import { checkPackage } from '../../../manifest/package/check-package.ts';
import { packageWith } from './packages.ts';

type Change = Parameters<typeof packageWith>[0];
const NIL = '00000000-0000-0000-0000-000000000000';

function png(size: number, pixel: (x: number, y: number) => readonly number[]): Uint8Array {
  const picture = new PNG({ width: size, height: size });
  for (let index = 0; index < size * size; index += 1) {
    picture.data.set(pixel(index % size, Math.floor(index / size)), index * 4);
  }
  return PNG.sync.write(picture);
}

/** What TypeScript would not let us write. */
const put = (target: object, key: string, value: unknown) => void Reflect.set(target, key, value);
const tab = (manifest: AppManifest) => manifest.configurableTabs?.[0] ?? {};
const connector = (manifest: AppManifest) => manifest.connectors?.[0] ?? {};

const BROKEN: [string, string, string, 'installing' | 'publishing', Change][] = [
  ['manifest.json', 'packageName', 'does not know', 'installing', (m) => put(m, 'packageName', 'com.x')],
  ['manifest.json', 'needsIdentity', 'does not know', 'installing', (m) => put(m, 'needsIdentity', true)],
  ['manifest.json', 'accentColor', 'missing', 'installing', (m) => put(m, 'accentColor', undefined)],
  ['manifest.json', 'accentColor', 'pattern', 'installing', (m) => put(m, 'accentColor', 'teal')],
  ['manifest.json', 'name.short', '31 characters', 'installing', (m) => put(m.name, 'short', 'x'.repeat(31))],
  [
    'manifest.json',
    'description.short',
    '81 characters',
    'installing',
    (m) => put(m.description, 'short', 'x'.repeat(81)),
  ],
  ['manifest.json', 'manifestVersion', '"1.29"', 'installing', (m) => put(m, 'manifestVersion', '1.29')],
  [
    'manifest.json',
    'configurableTabs',
    'more than 1',
    'installing',
    (m) => m.configurableTabs?.push(...(m.configurableTabs ?? [])),
  ],
  [
    'manifest.json',
    'connectors.0.scopes.0',
    '"groupChat"',
    'installing',
    (m) => put(connector(m), 'scopes', ['groupChat']),
  ],
  ['fr.json', 'name.short', '31 characters', 'installing', (_, f) => put(f, 'name.short', 'x'.repeat(31))],
  ['fr.json', 'nom', 'does not know', 'installing', (_, f) => put(f, 'nom', 'x')],
  [
    'manifest.json',
    '$schema',
    'does not name version 1.30',
    'installing',
    (m) => put(m, '$schema', m.$schema.replace('1.30', '1.29')),
  ],
  ['manifest.json', 'version', '“1.0” is no version', 'installing', (m) => put(m, 'version', '1.0')],
  ['manifest.json', 'version', '“01.0.0” is no', 'installing', (m) => put(m, 'version', '01.0.0')],
  ['manifest.json', 'version', 'is no version', 'installing', (m) => put(m, 'version', '1.0.0-rc.1')],
  ['manifest.json', 'id', 'all zeros', 'installing', (m) => put(m, 'id', NIL)],
  [
    'manifest.json',
    'connectors.0.connectorId',
    'is no GUID',
    'installing',
    (m) => put(connector(m), 'connectorId', 'ours'),
  ],
  [
    'manifest.json',
    'webApplicationInfo.id',
    'all zeros',
    'installing',
    (m) => put(m, 'webApplicationInfo', { id: NIL, resource: `api://cards.fabrikam.com/${NIL}` }),
  ],
  [
    'manifest.json',
    'developer.privacyUrl',
    'does not begin with https',
    'installing',
    (m) => put(m.developer, 'privacyUrl', 'http://fabrikam.com/privacy'),
  ],
  [
    'manifest.json',
    'developer.websiteUrl',
    'user name or password',
    'installing',
    (m) => put(m.developer, 'websiteUrl', 'https://me:secret@fabrikam.com/'),
  ],
  [
    'manifest.json',
    'connectors.0.configurationUrl',
    'is no absolute address',
    'installing',
    (m) => put(connector(m), 'configurationUrl', undefined),
  ],
  [
    'manifest.json',
    'developer.termsOfUseUrl',
    'is a name for examples',
    'publishing',
    (m) => put(m.developer, 'termsOfUseUrl', 'https://www.example.com/terms'),
  ],
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
  ).map(([domain, reason]): (typeof BROKEN)[number] => [
    'manifest.json',
    'validDomains.1',
    reason,
    'installing',
    (m) => m.validDomains?.push(domain),
  ]),
  [
    'manifest.json',
    'validDomains.1',
    'a tunnel’s address',
    'publishing',
    (m) => m.validDomains?.push('mine.devtunnels.ms'),
  ],
  ...['fabrikam.com', '*.cards.fabrikam.com', '*.fabrikam.net'].map((domain): (typeof BROKEN)[number] => [
    'manifest.json',
    'validDomains',
    'cards.fabrikam.com, the host of our pages',
    'installing',
    (m) => put(m, 'validDomains', [domain]),
  ]),
  ...['api://CARDS.fabrikam.com', 'api://fabrikam.com', 'https://cards.fabrikam.com'].map(
    (start): (typeof BROKEN)[number] => [
      'manifest.json',
      'webApplicationInfo.resource',
      'but the pages are at cards.fabrikam.com',
      'installing',
      (m) => put(m.webApplicationInfo ?? {}, 'resource', `${start}/${m.webApplicationInfo?.id}`),
    ],
  ),
  ['manifest.json', 'permissions', 'which team it is in', 'installing', (m) => put(m, 'permissions', [])],
  [
    'manifest.json',
    'configurableTabs.0.scopes',
    'can be added nowhere',
    'installing',
    (m) => put(tab(m), 'scopes', []),
  ],
  [
    'manifest.json',
    'configurableTabs',
    'offers nothing',
    'installing',
    (m) => {
      put(m, 'configurableTabs', undefined);
      put(m, 'connectors', undefined);
    },
  ],
  ['manifest.json', 'name.short', 'missing or empty', 'installing', (m) => put(m.name, 'short', ' ')],
  ['manifest.json', 'name.full', 'missing or empty', 'installing', (m) => put(m.name, 'full', undefined)],
  [
    'manifest.json',
    'name.full',
    'the short name again',
    'installing',
    (m) => put(m.name, 'full', 'CARDWIRE'),
  ],
  [
    'manifest.json',
    'description.full',
    'repeats the short description',
    'installing',
    (m) => put(m.description, 'full', `${m.description.short} And more.`),
  ],
  ['fr.json', 'name.full', 'missing or empty', 'installing', (_, f) => put(f, 'name.full', undefined)],
  ['fr.json', 'name.full', 'the short name again', 'installing', (_, f) => put(f, 'name.full', 'Cardwire')],
  ['manifest.json', 'name.full', '“Teams”', 'publishing', (m) => put(m.name, 'full', 'Cardwire for teams')],
  ['fr.json', 'name.short', '“SharePoint”', 'publishing', (_, f) => put(f, 'name.short', 'Pour SharePoint')],
  [
    'manifest.json',
    'developer.name',
    '“Microsoft”',
    'publishing',
    (m) => put(m.developer, 'name', 'Friends of Microsoft'),
  ],
  [
    'manifest.json',
    'icons.color',
    'no plain name',
    'installing',
    (m, _, files) => {
      files.set('icons/color.png', files.get('color.png') ?? new Uint8Array());
      files.delete('color.png');
      m.icons.color = 'icons/color.png';
    },
  ],
  [
    'manifest.json',
    'icons.outline',
    'has no outline.png',
    'installing',
    (_, __, files) => void files.delete('outline.png'),
  ],
  [
    'color.png',
    '',
    'is no PNG',
    'installing',
    (_, __, files) => void files.set('color.png', new Uint8Array(9)),
  ],
  [
    'color.png',
    '',
    '191 × 191 pixels',
    'installing',
    (_, __, files) =>
      void files.set(
        'color.png',
        png(191, () => [1, 2, 3, 255]),
      ),
  ],
  [
    'color.png',
    '',
    'edge are transparent',
    'installing',
    (_, __, files) =>
      void files.set(
        'color.png',
        png(192, (x, y) => [1, 2, 3, x === 0 && y === 191 ? 254 : 255]),
      ),
  ],
  ...(
    [
      ['half white', () => [255, 255, 255, 128]],
      ['grey', () => [254, 255, 255, 255]],
      ['nothing at all', () => [255, 255, 255, 0]],
    ] as const
  ).map(([, pixel]): (typeof BROKEN)[number] => [
    'outline.png',
    '',
    'neither white nor transparent',
    'installing',
    (_, __, files) => void files.set('outline.png', png(32, pixel)),
  ]),
  [
    'manifest.json',
    'localizationInfo.additionalLanguages.0.languageTag',
    'en comes twice',
    'installing',
    (m) => put(m.localizationInfo?.additionalLanguages?.[0] ?? {}, 'languageTag', 'en'),
  ],
  [
    'manifest.json',
    'localizationInfo.additionalLanguages.0.file',
    'has no fr.json',
    'installing',
    (_, __, files) => void files.delete('fr.json'),
  ],
  [
    'manifest.json',
    'localizationInfo.additionalLanguages.0.file',
    'no plain name',
    'installing',
    (m, _, files) => {
      put(m.localizationInfo?.additionalLanguages?.[0] ?? {}, 'file', 'words/fr.json');
      files.set('words/fr.json', files.get('fr.json') ?? new Uint8Array());
      files.delete('fr.json');
    },
  ],
  [
    'fr.json',
    '$schema',
    'names another schema',
    'installing',
    (_, f) => put(f, '$schema', f.$schema.replace('1.30', '1.28')),
  ],
  [
    'readme.txt',
    '',
    'does not name it',
    'installing',
    (_, __, files) => void files.set('readme.txt', new Uint8Array(1)),
  ],
  [
    'manifest.json',
    '',
    'no JSON in UTF-8',
    'installing',
    (_, __, files) => void files.set('manifest.json', new TextEncoder().encode('{')),
  ],
  [
    'manifest.json',
    '',
    'does not hold it',
    'installing',
    (_, __, files) => void files.delete('manifest.json'),
  ],
];

describe('the check of an app package', () => {
  it('has nothing against ours', () => {
    expect(checkPackage(packageWith(() => {}))).toEqual([]);
  });

  it.each(BROKEN)('finds in %s at “%s”: %s', (file, field, reason, stops, change) => {
    const problems = checkPackage(packageWith(change));
    expect(problems).toEqual([
      {
        file,
        field,
        reason: expect.stringContaining(reason),
        cure: expect.stringMatching(/^\S.+\.$/),
        stops,
      },
    ]);
  });

  it('takes a star for one label', () => {
    const wide = packageWith((manifest) => put(manifest, 'validDomains', ['*.fabrikam.com']));
    expect(checkPackage(wide)).toEqual([]);
  });

  it('finds a package of 10 MiB too large', () => {
    const large = packageWith((_, __, files) => {
      files.set('notes.txt', new Uint8Array(10 * 1_048_576));
    });
    expect(checkPackage(large)).toContainEqual({
      file: '',
      field: '',
      reason: 'The package has 11 MiB.',
      cure: 'Keep it under 10 MiB.',
      stops: 'installing',
    });
  });

  it('finds everything that is wrong at once', () => {
    const problems = checkPackage(
      packageWith((manifest) => {
        put(manifest, 'version', 'x');
        put(manifest, 'permissions', []);
      }),
    );
    expect(problems.map(({ field }) => field)).toEqual(['version', 'permissions']);
  });
});
