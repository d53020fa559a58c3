// `npm run sbom`: writes dist/cardwire.cdx.json, all packages of the lock file as CycloneDX. Needs no network.
// Also the development ones, marked as such: the pages are built from some of them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status, stdout, stderr } = spawnSync(
  'npm',
  ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1_048_576, shell: process.platform === 'win32' },
);
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const bom = JSON.parse(stdout);
// npm takes the folder's name.
bom.metadata.component.name = 'cardwire';
const file = join(root, 'dist', 'cardwire.cdx.json');
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
console.log(`${bom.components.length} packages: dist/cardwire.cdx.json`);
