import type { JsonObject } from '../../event.ts';
import { ADA, call, comment, issue, LOUIS, pullRequest, REPOSITORY, type SampleCall } from './parts.ts';

const onIssue = (action: string, change?: JsonObject, more: JsonObject = {}) =>
  call('issues', { action, issue: issue(change), ...more });
const onPull = (action: string, change?: JsonObject, more: JsonObject = {}) =>
  call('pull_request', { action, number: 217, pull_request: pullRequest(change), ...more });

const DISCUSSION: JsonObject = {
  number: 88,
  title: 'Which lamp after this one?',
  body: 'The maker stops in *spring*. LED, or what is left of the old stock?',
  html_url: `${REPOSITORY}/discussions/88`,
  user: LOUIS,
  category: { name: 'Questions' },
};
const ANSWER = comment(
  'LED, with the old lens. It is **brighter**.',
  `${REPOSITORY}/discussions/88#comment-3`,
);

/** Pull requests, issues, what they are planned with, and discussions. */
export const threadCalls: Readonly<Record<string, SampleCall>> = {
  'github.pull_request.opened': onPull('opened'),
  'github.pull_request.ready_for_review': onPull('ready_for_review'),
  'github.pull_request.converted_to_draft': onPull('converted_to_draft', { draft: true }),
  'github.pull_request.review_requested': onPull('review_requested', {}, { requested_reviewer: LOUIS }),
  'github.pull_request.assigned': onPull('assigned', {}, { assignee: LOUIS }),
  'github.pull_request.reviewed': call('pull_request_review', {
    action: 'submitted',
    pull_request: pullRequest(),
    review: {
      state: 'changes_requested',
      body: 'What happens when the gauge is *missing*?',
      html_url: `${REPOSITORY}/pull/217#pullrequestreview-7`,
    },
  }),
  'github.pull_request.commented': call('pull_request_review_comment', {
    action: 'created',
    pull_request: pullRequest(),
    comment: {
      ...comment('`null` would say it better than `-1`.', `${REPOSITORY}/pull/217#discussion_r9`),
      path: 'lamp/gauge.ts',
      line: 42,
    },
  }),
  'github.pull_request.merged': onPull('closed', { state: 'closed', merged: true }),
  'github.pull_request.closed': onPull('closed', { state: 'closed' }),
  'github.pull_request.reopened': onPull('reopened'),
  'github.issues.opened': onIssue('opened'),
  'github.issues.assigned': onIssue('assigned', {}, { assignee: ADA }),
  'github.issues.commented': call('issue_comment', {
    action: 'created',
    issue: issue(),
    comment: comment('Again last night, at **04:12**.', `${REPOSITORY}/issues/214#issuecomment-31`),
  }),
  'github.issues.closed': onIssue('closed', { state: 'closed', state_reason: 'completed' }),
  'github.issues.reopened': onIssue('reopened'),
  'github.issues.removed': onIssue(
    'transferred',
    {},
    { changes: { new_repository: { full_name: 'lighthouse/tide-gauge' } } },
  ),
  'github.milestone': call('milestone', {
    action: 'created',
    milestone: {
      title: 'Winter',
      description: 'All that must hold before the storms.',
      due_on: '2026-12-18T08:00:00Z',
      html_url: `${REPOSITORY}/milestone/4`,
    },
  }),
  'github.project': call('projects_v2', {
    action: 'created',
    projects_v2: { number: 3, title: 'A quieter foghorn', short_description: 'From drawing to cliff.' },
  }),
  'github.discussion.created': call('discussion', { action: 'created', discussion: DISCUSSION }),
  'github.discussion.answered': call('discussion', {
    action: 'answered',
    discussion: DISCUSSION,
    answer: ANSWER,
  }),
  'github.discussion.commented': call('discussion_comment', {
    action: 'created',
    discussion: DISCUSSION,
    comment: ANSWER,
  }),
};
