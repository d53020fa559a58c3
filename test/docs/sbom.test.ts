import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

interface Component {
  version: string;
  hashes: { content: string }[];
}

it('lists every package of the lock file in CycloneDX, each with its hash', async () => {
  expect(json('package.json').scripts.sbom).toBe('node scripts/sbom.mjs');
  await promisify(execFile)('node', ['scripts/sbom.mjs']);
  const { bomFormat, metadata, components } = json('dist/cardwire.cdx.json');
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'cardwire']);

  // By their hashes: a package may be installed under another name.
  const listed = new Map<string, string>(
    components.flatMap(({ version, hashes }: Component) => hashes.map(({ content }) => [content, version])),
  );
  const locked = Object.entries<{ version?: string; integrity?: string }>(
    json('package-lock.json').packages,
  ).filter(([path]) => path !== '');
  expect(locked.length).toBeGreaterThan(400);
  for (const [path, { version, integrity = '' }] of locked) {
    const hash = Buffer.from(integrity.split('-')[1] ?? '', 'base64').toString('hex');
    expect([path, listed.get(hash)]).toEqual([path, version]);
  }
});
