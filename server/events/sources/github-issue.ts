import { jsonObject, listAt, textAt, valueAt } from '../fields.ts';
import {
  bodyAt,
  type GithubMapping,
  labelNames,
  logins,
  notAnEvent,
  person,
  requiredNumber,
  requiredText,
  requiredTitle,
  requiredUrl,
} from './github-payload.ts';

/** Actions that are events; the others (labels, assignments, edits) would be noise. */
const TYPES = new Map([
  ['opened', 'github.issues.opened'],
  ['closed', 'github.issues.closed'],
  ['reopened', 'github.issues.reopened'],
]);

/** An issue that was opened, closed or reopened. */
export function readIssue(payload: unknown): GithubMapping {
  const action = requiredText(payload, 'action');
  const type = TYPES.get(action);
  if (type === undefined) return notAnEvent('issues', action);

  const issue = valueAt(payload, 'issue');
  const number = requiredNumber(payload, 'issue', 'number');
  return {
    type,
    subject: `#${number}`,
    data: jsonObject({
      number,
      title: requiredTitle(payload, 'issue', 'title'),
      text: bodyAt(issue, 'body'),
      url: requiredUrl(payload, 'issue', 'html_url'),
      author: person(valueAt(issue, 'user')),
      labels: labelNames(listAt(issue, 'labels')),
      assignees: logins(listAt(issue, 'assignees')),
      milestone: textAt(issue, 'milestone', 'title'),
      // "completed", "not_planned" or "duplicate" once it is closed.
      stateReason: textAt(issue, 'state_reason'),
    }),
  };
}
