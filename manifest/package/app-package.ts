import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE } from './app-manifest.ts';
import { buildFrench, buildManifest, type Declaration, FRENCH_FILE } from './build-manifest.ts';
import type { Installation } from './installation.ts';

/** The files of an app package by their names, all at its root. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** Pictures that a package holds. */
export type Icons = Readonly<Record<'color.png' | 'outline.png', Uint8Array>>;

const ICONS_FOLDER = join(import.meta.dirname, '../icons');

export function readIcons(folder = ICONS_FOLDER): Icons {
  return {
    'color.png': readFileSync(join(folder, 'color.png')),
    'outline.png': readFileSync(join(folder, 'outline.png')),
  };
}

/** Everything that Teams wants of an app, not yet checked. */
export function buildPackage(
  declaration: Declaration,
  installation: Installation,
  icons: Icons,
): Map<string, Uint8Array> {
  return new Map([
    [MANIFEST_FILE, jsonFile(buildManifest(declaration, installation))],
    ...Object.entries(icons),
    [FRENCH_FILE, jsonFile(buildFrench(declaration))],
  ]);
}

function jsonFile(content: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}
