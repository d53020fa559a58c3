import { unzipSync, type Zippable, zipSync } from 'fflate';
import { MANIFEST_FILE } from './app-manifest.ts';
import type { PackageFiles } from './app-package.ts';

/** The first moment that a zip can name; in local time, as zips do. */
const LONG_AGO = new Date(1980, 0, 1);

/** The same files always make the same bytes, on every machine: the manifest first, the others by their names. */
export function zipPackage(files: PackageFiles): Uint8Array {
  const others = [...files.keys()].filter((name) => name !== MANIFEST_FILE).sort();
  const entries: Zippable = {};
  for (const name of [MANIFEST_FILE, ...others]) {
    const bytes = files.get(name);
    if (bytes) entries[name] = [bytes, { level: 9, mtime: LONG_AGO }];
  }
  return zipSync(entries);
}

/** What a zip holds. Throws when it is none. */
export function unzipPackage(zip: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(zip)));
}
