import { isTrueAt, jsonObject, listAt, numberAt, textAt, valueAt } from '../fields.ts';
import {
  bodyAt,
  type GithubMapping,
  labelNames,
  notAnEvent,
  person,
  requiredNumber,
  requiredText,
  requiredTitle,
  requiredUrl,
} from './github-payload.ts';

/** Actions that are events; the many others (labels, reviewers, new commits) would be noise. */
const TYPES = new Map([
  ['opened', 'github.pull_request.opened'],
  ['closed', 'github.pull_request.closed'],
  ['reopened', 'github.pull_request.reopened'],
  ['ready_for_review', 'github.pull_request.ready_for_review'],
]);

/** A pull request that was opened, closed, merged, reopened or marked as ready. */
export function readPullRequest(payload: unknown): GithubMapping {
  const action = requiredText(payload, 'action');
  const pull = valueAt(payload, 'pull_request');
  const merged = isTrueAt(pull, 'merged');
  const type = action === 'closed' && merged ? 'github.pull_request.merged' : TYPES.get(action);
  if (type === undefined) return notAnEvent('pull_request', action);

  const number = requiredNumber(payload, 'pull_request', 'number');
  return {
    type,
    subject: `#${number}`,
    data: jsonObject({
      number,
      title: requiredTitle(payload, 'pull_request', 'title'),
      text: bodyAt(pull, 'body'),
      url: requiredUrl(payload, 'pull_request', 'html_url'),
      author: person(valueAt(pull, 'user')),
      branch: textAt(pull, 'base', 'ref'),
      fromBranch: textAt(pull, 'head', 'ref'),
      labels: labelNames(listAt(pull, 'labels')),
      draft: isTrueAt(pull, 'draft'),
      merged,
      additions: numberAt(pull, 'additions'),
      deletions: numberAt(pull, 'deletions'),
      changedFiles: numberAt(pull, 'changed_files'),
    }),
  };
}
