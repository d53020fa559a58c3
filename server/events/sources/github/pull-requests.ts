import { isTrueAt, listAt, numberAt, textAt, valueAt } from '../../fields.ts';
import { bodyAt, commentOf, logins, requiredText, threadOf } from './payload.ts';
import { type GithubReaders, HOUSEKEEPING, nothing, type Reading, toldBy } from './reader.ts';

export const pullRequestReaders: GithubReaders = {
  pull_request: {
    kindOf: (payload) => {
      const action = textAt(payload, 'action');
      return action === 'closed' && isTrueAt(payload, 'pull_request', 'merged') ? 'merged' : action;
    },
    outcomes: {
      opened: 'github.pull_request.opened',
      ready_for_review: 'github.pull_request.ready_for_review',
      converted_to_draft: 'github.pull_request.converted_to_draft',
      review_requested: 'github.pull_request.review_requested',
      assigned: 'github.pull_request.assigned',
      merged: 'github.pull_request.merged',
      closed: 'github.pull_request.closed',
      reopened: 'github.pull_request.reopened',
      synchronize: toldBy('push'),
    },
    otherwise: HOUSEKEEPING,
    read: (payload) => readPull(payload),
  },
  pull_request_review: {
    kindOf: reviewKind,
    outcomes: {
      approved: 'github.pull_request.reviewed',
      changes_requested: 'github.pull_request.reviewed',
      commented: 'github.pull_request.reviewed',
      dismissed: 'github.pull_request.reviewed',
      'commented without a text': toldBy('pull_request_review_comment'),
    },
    otherwise: HOUSEKEEPING,
    read: (payload) =>
      readPull(payload, {
        review: textAt(payload, 'action') === 'dismissed' ? 'dismissed' : reviewState(payload),
        text: bodyAt(payload, 'review', 'body'),
        url: textAt(payload, 'review', 'html_url'),
      }),
  },
  pull_request_review_comment: {
    outcomes: { created: 'github.pull_request.commented' },
    otherwise: HOUSEKEEPING,
    read: (payload) =>
      readPull(payload, {
        ...commentOf(payload),
        path: textAt(payload, 'comment', 'path'),
        line: numberAt(payload, 'comment', 'line'),
      }),
  },
  pull_request_review_thread: { otherwise: HOUSEKEEPING },
  merge_group: { otherwise: nothing('It is for the machines that check the merge queue.') },
};

function reviewState(payload: unknown): string {
  return requiredText(payload, 'review', 'state').toLowerCase();
}

/** GitHub makes a review around every comment on a line: one that says nothing of its own is none. */
function reviewKind(payload: unknown): string | undefined {
  const action = textAt(payload, 'action');
  if (action !== 'submitted') return action;
  const state = reviewState(payload);
  const isSilent = bodyAt(payload, 'review', 'body') === undefined;
  return state === 'commented' && isSilent ? 'commented without a text' : state;
}

/** A pull request, and what else there is to say. */
function readPull(payload: unknown, more: Reading['data'] = {}): Reading {
  const pull = valueAt(payload, 'pull_request');
  const { subject, data } = threadOf(payload, 'pull_request');
  return {
    subject,
    data: {
      ...data,
      branch: textAt(pull, 'base', 'ref'),
      fromBranch: textAt(pull, 'head', 'ref'),
      draft: isTrueAt(pull, 'draft'),
      merged: isTrueAt(pull, 'merged'),
      assignees: logins(listAt(pull, 'assignees')),
      additions: numberAt(pull, 'additions'),
      deletions: numberAt(pull, 'deletions'),
      changedFiles: numberAt(pull, 'changed_files'),
      assignee: textAt(payload, 'assignee', 'login'),
      reviewer: textAt(payload, 'requested_reviewer', 'login') ?? textAt(payload, 'requested_team', 'name'),
      ...more,
    },
  };
}
