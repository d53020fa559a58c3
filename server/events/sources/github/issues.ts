import { listAt, numberAt, textAt, valueAt } from '../../fields.ts';
import { organizationPage } from './home.ts';
import { bodyAt, commentOf, logins, requiredTitle, threadOf } from './payload.ts';
import { each, type GithubReaders, HOUSEKEEPING, type Reading } from './reader.ts';

const PROJECT = each('github.project', 'created', 'closed', 'reopened', 'deleted');

export const issueReaders: GithubReaders = {
  issues: {
    outcomes: {
      opened: 'github.issues.opened',
      assigned: 'github.issues.assigned',
      closed: 'github.issues.closed',
      reopened: 'github.issues.reopened',
      ...each('github.issues.removed', 'deleted', 'transferred'),
    },
    otherwise: HOUSEKEEPING,
    read: (payload) => readIssue(payload),
  },
  issue_comment: {
    kindOf: (payload) => {
      const action = textAt(payload, 'action');
      const isOnPull = valueAt(payload, 'issue', 'pull_request') !== undefined;
      return action === 'created' && isOnPull ? 'created on a pull request' : action;
    },
    outcomes: {
      created: 'github.issues.commented',
      'created on a pull request': 'github.pull_request.commented',
    },
    otherwise: HOUSEKEEPING,
    read: (payload) => readIssue(payload, commentOf(payload)),
  },
  milestone: {
    outcomes: each('github.milestone', 'created', 'closed', 'opened', 'deleted'),
    otherwise: HOUSEKEEPING,
    read: (payload) => ({
      subject: requiredTitle(payload, 'milestone', 'title'),
      data: {
        title: requiredTitle(payload, 'milestone', 'title'),
        text: bodyAt(payload, 'milestone', 'description'),
        url: textAt(payload, 'milestone', 'html_url'),
        due: textAt(payload, 'milestone', 'due_on')?.slice(0, 'yyyy-mm-dd'.length),
      },
    }),
  },
  project: {
    outcomes: PROJECT,
    otherwise: HOUSEKEEPING,
    read: (payload) => ({
      subject: requiredTitle(payload, 'project', 'name'),
      data: {
        title: requiredTitle(payload, 'project', 'name'),
        text: bodyAt(payload, 'project', 'body'),
        url: textAt(payload, 'project', 'html_url'),
      },
    }),
  },
  projects_v2: {
    outcomes: PROJECT,
    otherwise: HOUSEKEEPING,
    read: (payload) => ({
      subject: requiredTitle(payload, 'projects_v2', 'title'),
      data: {
        title: requiredTitle(payload, 'projects_v2', 'title'),
        text: bodyAt(payload, 'projects_v2', 'short_description'),
        url: organizationPage(payload, 'projects', String(numberAt(payload, 'projects_v2', 'number') ?? '')),
      },
    }),
  },
};

/** An issue, and what else there is to say. */
function readIssue(payload: unknown, more: Reading['data'] = {}): Reading {
  const issue = valueAt(payload, 'issue');
  const { subject, data } = threadOf(payload, 'issue');
  return {
    subject,
    data: {
      ...data,
      assignees: logins(listAt(issue, 'assignees')),
      milestone: textAt(issue, 'milestone', 'title'),
      // "completed", "not_planned" or "duplicate" once it is closed.
      stateReason: textAt(issue, 'state_reason'),
      assignee: textAt(payload, 'assignee', 'login'),
      movedTo: textAt(payload, 'changes', 'new_repository', 'full_name'),
      ...more,
    },
  };
}
