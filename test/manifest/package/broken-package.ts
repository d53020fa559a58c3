import type { AppManifest } from '../../../manifest/package/app-manifest.ts';
import type { PackageProblem } from '../../../manifest/package/checks/problem.ts';
import type { packageWith } from './packages.ts';

type Change = Parameters<typeof packageWith>[0];

/** One thing that is wrong, and what the check must say of it. */
export interface BrokenPackage extends Pick<PackageProblem, 'file' | 'field' | 'stops'> {
  /** A part of the words. */
  reason: string;
  change: Change;
}

/** A manifest that Teams refuses, or with `stops`, only the store. */
export function inManifest(
  field: string,
  reason: string,
  change: (manifest: AppManifest) => void,
  stops: PackageProblem['stops'] = 'installing',
): BrokenPackage {
  return { file: 'manifest.json', field, reason, stops, change };
}

/** The same for words in French. */
export function inFrench(
  field: string,
  reason: string,
  change: (french: Parameters<Change>[1]) => void,
  stops: PackageProblem['stops'] = 'installing',
): BrokenPackage {
  return { file: 'fr.json', field, reason, stops, change: (_, french) => change(french) };
}

/** A file that is wrong, or there or not there. `field` is of the manifest, where that names it. */
export function inFiles(file: string, field: string, reason: string, change: Change): BrokenPackage {
  return { file, field, reason, stops: 'installing', change };
}

/** What TypeScript would not let us write. */
export function put(target: object | undefined, key: string, value: unknown): void {
  Reflect.set(target ?? {}, key, value);
}
