import { buildPackage, type Icons, readIcons } from './app-package.ts';
import type { Declaration } from './build-manifest.ts';
import { checkPackage } from './check-package.ts';
import type { PackageProblem } from './checks/problem.ts';
import type { Installation } from './installation.ts';
import { zipPackage } from './zip.ts';

/** The name under which packages are given out. */
export const PACKAGE_NAME = 'cardwire.zip';

export interface MadePackage {
  /** The same for the same declaration, installation and icons, byte by byte. */
  zip: Uint8Array;
  /** What Teams, or its store, has against it. */
  problems: PackageProblem[];
}

/** Makes the app package and checks it. Teams refuses the zip while a problem stops `installing`. */
export function makePackage(
  declaration: Declaration,
  installation: Installation,
  icons: Icons = readIcons(),
): MadePackage {
  const files = buildPackage(declaration, installation, icons);
  return { zip: zipPackage(files), problems: checkPackage(files) };
}
