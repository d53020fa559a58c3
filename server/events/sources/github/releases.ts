import { isTrueAt, textAt, valueAt } from '../../fields.ts';
import { bodyAt, requiredText, requiredUrl, titleAt } from './payload.ts';
import { each, type GithubReaders, HOUSEKEEPING, type Reading, toldBy } from './reader.ts';

export const releaseReaders: GithubReaders = {
  release: {
    // GitHub tells the same publication once more as `released` or `prereleased`.
    outcomes: { published: 'github.release.published' },
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const release = valueAt(payload, 'release');
      const tag = requiredText(payload, 'release', 'tag_name');
      return {
        subject: tag,
        data: {
          tag,
          title: titleAt(release, 'name') ?? tag,
          text: bodyAt(release, 'body'),
          url: requiredUrl(payload, 'release', 'html_url'),
          branch: textAt(release, 'target_commitish'),
          prerelease: isTrueAt(release, 'prerelease'),
        },
      };
    },
  },
  package: {
    outcomes: each('github.package.published', 'published', 'updated'),
    otherwise: HOUSEKEEPING,
    read: readPackage,
  },
  registry_package: { otherwise: toldBy('package') },
};

function readPackage(payload: unknown): Reading {
  const name = requiredText(payload, 'package', 'name');
  const version = valueAt(payload, 'package', 'package_version');
  return {
    subject: name,
    data: {
      title: name,
      // The version of a container is its digest; people know it by its tag.
      version: textAt(version, 'container_metadata', 'tag', 'name') ?? readable(textAt(version, 'version')),
      packageType: textAt(payload, 'package', 'package_type')?.toLowerCase(),
      url: textAt(version, 'html_url') ?? textAt(payload, 'package', 'html_url'),
    },
  };
}

function readable(version: string | undefined): string | undefined {
  return version?.startsWith('sha256:') ? undefined : version;
}
