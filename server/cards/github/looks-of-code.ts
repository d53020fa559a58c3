import type { JsonObject } from '../../events/event.ts';
import { isTrueAt, textAt } from '../../events/fields.ts';
import type { Look } from './look.ts';
import { commitList, description } from './texts.ts';
import { commitCount } from './values.ts';

/** Pushes, branches, tags, releases and packages. */
export const codeLooks = {
  'github.push': { variantOf: pushVariant, view: 'changes', text: commitList },
  'github.create': { variantOf: kindOfRef, view: 'code' },
  'github.delete': { variantOf: kindOfRef, view: 'repository' },
  'github.commit_comment': { view: 'comment', facts: ['file'], text: description },
  'github.release.published': {
    variantOf: (data) => (isTrueAt(data, 'prerelease') ? 'prerelease' : undefined),
    severity: 'success',
    view: 'release',
    facts: ['tag'],
    text: description,
  },
  'github.package.published': {
    variantOf: (data) => (textAt(data, 'version') === undefined ? 'unversioned' : undefined),
    severity: 'success',
    view: 'package',
    facts: ['packageType'],
  },
} satisfies Record<string, Look>;

function pushVariant(data: JsonObject): string | undefined {
  const isForced = isTrueAt(data, 'forced');
  if (textAt(data, 'tag') !== undefined) return 'moved';
  if (commitCount(data) > 0) return isForced ? 'forced' : undefined;
  return isForced ? 'rewound' : 'moved';
}

function kindOfRef(data: JsonObject): string | undefined {
  return textAt(data, 'tag') === undefined ? undefined : 'tag';
}
