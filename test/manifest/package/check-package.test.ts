import { describe, expect, it } from 'vitest';
import { checkPackage } from '../../../manifest/package/check-package.ts';
import { BROKEN_FILES } from './broken-files.ts';
import { BROKEN_MANIFESTS } from './broken-manifests.ts';
import { put } from './broken-package.ts';
import { packageWith } from './packages.ts';

describe('the check of an app package', () => {
  it('has nothing against ours', () => {
    expect(checkPackage(packageWith(() => {}))).toEqual([]);
  });

  it.each([...BROKEN_MANIFESTS, ...BROKEN_FILES])(
    'finds in $file at “$field”, and nothing else: $reason',
    ({ file, field, reason, stops, change }) => {
      expect(checkPackage(packageWith(change))).toEqual([
        {
          file,
          field,
          reason: expect.stringContaining(reason),
          cure: expect.stringMatching(/^\S.+\.$/),
          stops,
        },
      ]);
    },
  );

  it('takes a star for one label', () => {
    const wide = packageWith((manifest) => put(manifest, 'validDomains', ['*.fabrikam.com']));
    expect(checkPackage(wide)).toEqual([]);
  });

  it('finds a package of 10 MiB too large', () => {
    const large = packageWith((_, __, files) => {
      files.set('notes.txt', new Uint8Array(10 * 1_048_576));
    });
    expect(checkPackage(large)).toContainEqual({
      file: '',
      field: '',
      reason: 'The package has 11 MiB.',
      cure: 'Keep it under 10 MiB.',
      stops: 'installing',
    });
  });

  it('finds everything that is wrong at once', () => {
    const problems = checkPackage(
      packageWith((manifest) => {
        put(manifest, 'version', 'x');
        put(manifest, 'permissions', []);
      }),
    );
    expect(problems.map(({ field }) => field)).toEqual(['version', 'permissions']);
  });
});
