import { connector } from '../../../manifest/connector.ts';
import { listing } from '../../../manifest/listing.ts';
import type { AppManifest, Localization } from '../../../manifest/package/app-manifest.ts';
import { buildPackage, readIcons } from '../../../manifest/package/app-package.ts';
import type { Installation } from '../../../manifest/package/installation.ts';

export const DECLARATION = {
  connector,
  listing: {
    ...listing,
    publisher: {
      name: 'Fabrikam',
      websiteUrl: 'https://fabrikam.com/',
      privacyUrl: 'https://fabrikam.com/privacy',
      termsOfUseUrl: 'https://fabrikam.com/terms',
    },
  },
};

export const INSTALLATION: Installation = {
  publicUrl: 'https://cards.fabrikam.com',
  appId: '0a5e8f1c-6a3d-4b7e-9c2f-1d4b6e8a0c3f',
  connectorId: '1b6f9a2d-7b4e-4c8f-8d3a-2e5c7f9b1d4a',
  clientId: '2c7a0b3e-8c5f-4d9a-9e4b-3f6d8a0c2e5b',
};

/** A package that nothing is wrong with, but for what a test changes. */
export function packageWith(
  change: (manifest: AppManifest, french: Localization, files: Map<string, Uint8Array>) => void,
): Map<string, Uint8Array> {
  const files = buildPackage(DECLARATION, INSTALLATION, readIcons());
  const manifest = read<AppManifest>(files, 'manifest.json');
  const french = read<Localization>(files, 'fr.json');
  const write = (name: string, content: object) =>
    files.set(name, new TextEncoder().encode(JSON.stringify(content)));
  // Before `change`, which may take files away.
  const before = new Map(files);
  change(manifest, french, files);
  if (files.get('manifest.json') === before.get('manifest.json')) write('manifest.json', manifest);
  if (files.get('fr.json') === before.get('fr.json')) write('fr.json', french);
  return files;
}

function read<T>(files: ReadonlyMap<string, Uint8Array>, name: string): T {
  return JSON.parse(new TextDecoder().decode(files.get(name)));
}
