import { type AppManifest, MANIFEST_FILE } from '../app-manifest.ts';
import type { PackageProblem, Subject } from './problem.ts';

/** Three numbers without leading zeros; what semver lets follow them, Teams does not take. */
const VERSION = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;

export function checkVersion({ manifest }: Subject): PackageProblem[] {
  if (VERSION.test(manifest.version)) return [];
  return [about('version', `“${manifest.version}” is no version.`, 'Write three numbers, such as 1.4.0.')];
}

/** The file says twice which schema it follows. */
export function checkSchemaVersion({ manifest }: Subject): PackageProblem[] {
  if (manifest.$schema?.includes(`/v${manifest.manifestVersion}/`)) return [];
  return [
    about(
      '$schema',
      `It does not name version ${manifest.manifestVersion}, which manifestVersion says.`,
      `Let it name v${manifest.manifestVersion}, too.`,
    ),
  ];
}

/**
 * Teams takes another package of the same app only when its version is higher. `earlier` is the manifest that was
 * given out before; one of another app says nothing.
 */
export function checkVersionRises(
  { version, ...manifest }: AppManifest,
  { version: earlierVersion, ...earlier }: AppManifest,
  contentChanged: boolean,
): PackageProblem[] {
  const order = compareVersions(version, earlierVersion);
  if (earlier.id !== manifest.id || order > 0 || (order === 0 && !contentChanged)) return [];
  return [
    about(
      'version',
      order === 0
        ? `Version ${version} was made before, with another content.`
        : `It is ${version}, and ${earlierVersion} was made before.`,
      'Raise `version` in manifest/listing.ts.',
    ),
  ];
}

function compareVersions(one: string, other: string): number {
  const numbers = (version: string) => (VERSION.exec(version) ?? []).slice(1).map(Number);
  const others = numbers(other);
  const differing = numbers(one)
    .map((number, index) => number - (others[index] ?? 0))
    .find((difference) => difference !== 0);
  return differing ?? 0;
}

function about(field: string, reason: string, cure: string): PackageProblem {
  return { file: MANIFEST_FILE, field, reason, cure, stops: 'installing' };
}
