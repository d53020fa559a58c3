import { isTrueAt, jsonObject, textAt, valueAt } from '../fields.ts';
import {
  bodyAt,
  type GithubMapping,
  notAnEvent,
  requiredText,
  requiredUrl,
  titleAt,
} from './github-payload.ts';

/**
 * A release that was published. GitHub tells the same publication once more as `released` or
 * `prereleased`: those are ignored, so that it comes once.
 */
export function readRelease(payload: unknown): GithubMapping {
  const action = requiredText(payload, 'action');
  if (action !== 'published') return notAnEvent('release', action);

  const release = valueAt(payload, 'release');
  const tag = requiredText(payload, 'release', 'tag_name');
  return {
    type: 'github.release.published',
    subject: tag,
    data: jsonObject({
      tag,
      title: titleAt(release, 'name') ?? tag,
      text: bodyAt(release, 'body'),
      url: requiredUrl(payload, 'release', 'html_url'),
      branch: textAt(release, 'target_commitish'),
      prerelease: isTrueAt(release, 'prerelease'),
    }),
  };
}
