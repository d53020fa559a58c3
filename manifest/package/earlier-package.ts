import { type AppManifest, MANIFEST_FILE } from './app-manifest.ts';
import type { PackageProblem } from './checks/problem.ts';
import { checkVersionRises } from './checks/version.ts';
import { unzipPackage } from './zip.ts';

/**
 * What is wrong with a package's version when `earlier` was made before. Fails open: what cannot be read is no
 * package of ours.
 */
export function versionProblems(zip: Uint8Array, earlier: Uint8Array | undefined): PackageProblem[] {
  const before = earlier && manifestIn(earlier);
  const now = manifestIn(zip);
  if (!earlier || !before || !now) return [];
  return checkVersionRises(now, before, Buffer.compare(zip, earlier) !== 0);
}

function manifestIn(zip: Uint8Array): AppManifest | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(unzipPackage(zip).get(MANIFEST_FILE)));
  } catch {
    return undefined;
  }
}
