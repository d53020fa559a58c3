import type { AppManifest, Localization } from '../app-manifest.ts';
import type { PackageFiles } from '../app-package.ts';

/** One thing that is wrong with an app package. */
export interface PackageProblem {
  /** The file of the package that it is in. */
  file: string;
  /** Where in that file, as `name.short`; empty for the file as a whole. */
  field: string;
  reason: string;
  /** What to do about it. */
  cure: string;
  /** What it stops: Teams takes no such package, or it works but Microsoft's store would refuse it. */
  stops: 'installing' | 'publishing';
}

/** A package whose files could be read and have the form that the schemas want. */
export interface Subject {
  manifest: AppManifest;
  /** By file name. */
  localizations: ReadonlyMap<string, Localization>;
  files: PackageFiles;
}

export type Rule = (subject: Subject) => PackageProblem[];
