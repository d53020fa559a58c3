import type { JsonObject } from '../event.ts';

/** What GitHub would send, trimmed to what is read of it. */
export interface SampleCall {
  /** The header `X-GitHub-Event`. */
  name: string;
  payload: JsonObject;
}

const REPOSITORY = 'https://github.com/lighthouse/lamp-control';

const account = (login: string, type = 'User'): JsonObject => ({
  login,
  html_url: `https://github.com/${login}`,
  avatar_url: `https://avatars.githubusercontent.com/${login}`,
  type,
});

const ADA = account('ada-marsh');
const LOUIS = account('louis-perrin');

const common: JsonObject = {
  repository: { full_name: 'lighthouse/lamp-control', name: 'lamp-control', html_url: REPOSITORY },
  organization: { login: 'lighthouse' },
  sender: ADA,
};

function call(name: string, payload: JsonObject): SampleCall {
  return { name, payload: { ...common, ...payload } };
}

const commit = (id: string, message: string): JsonObject => ({
  id,
  message,
  url: `${REPOSITORY}/commit/${id}`,
  author: { name: 'Ada Marsh', username: 'ada-marsh' },
});

const COMMITS = [
  commit('4f0c2b9a7d6e1835', 'Keep the lamp at half power until dusk'),
  commit('b81d7e3c5a2f9046', 'Read the dusk from the almanac\n\nThe clock drifts by a minute a month.'),
];

const issue = (change: JsonObject = {}): JsonObject => ({
  number: 214,
  title: 'The lamp turns off at *low* tide',
  body: 'Seen on three nights:\n\n- 2026-11-03\n- 2026-11-04\n- 2026-11-09\n\nThe **tide gauge** reads `-1` then.',
  html_url: `${REPOSITORY}/issues/214`,
  state: 'open',
  user: LOUIS,
  labels: [{ name: 'bug' }, { name: 'tide gauge' }],
  assignees: [ADA],
  milestone: { title: 'Winter' },
  ...change,
});

const pullRequest = (change: JsonObject = {}): JsonObject => ({
  number: 217,
  title: 'Ignore a gauge that reads below zero',
  body: 'A reading of `-1` means *no reading*. Closes #214.',
  html_url: `${REPOSITORY}/pull/217`,
  state: 'open',
  user: LOUIS,
  base: { ref: 'main' },
  head: { ref: 'gauge-below-zero', sha: 'b81d7e3c5a2f9046' },
  labels: [{ name: 'bug' }],
  draft: false,
  merged: false,
  additions: 48,
  deletions: 7,
  changed_files: 3,
  ...change,
});

const run = (conclusion: string): SampleCall =>
  call('workflow_run', {
    action: 'completed',
    workflow: { name: 'Test the lamp' },
    workflow_run: {
      name: 'Test the lamp',
      display_title: 'Ignore a gauge that reads below zero',
      conclusion,
      html_url: `${REPOSITORY}/actions/runs/91`,
      head_branch: 'gauge-below-zero',
      head_sha: 'b81d7e3c5a2f9046',
      event: 'pull_request',
      run_number: 91,
      run_attempt: 1,
      triggering_actor: LOUIS,
    },
  });

const onIssue = (action: string, change?: JsonObject) => call('issues', { action, issue: issue(change) });
const onPull = (action: string, change?: JsonObject) =>
  call('pull_request', { action, number: 217, pull_request: pullRequest(change) });

/** By the type of the event that becomes of it. */
export const GITHUB_CALLS: ReadonlyMap<string, SampleCall> = new Map([
  [
    'github.push',
    call('push', {
      ref: 'refs/heads/main',
      compare: `${REPOSITORY}/compare/1c5e0d...4f0c2b`,
      created: false,
      deleted: false,
      forced: false,
      commits: [...COMMITS].reverse(),
      head_commit: COMMITS[0] ?? null,
    }),
  ],
  ['github.pull_request.opened', onPull('opened')],
  ['github.pull_request.ready_for_review', onPull('ready_for_review')],
  ['github.pull_request.merged', onPull('closed', { state: 'closed', merged: true })],
  ['github.pull_request.closed', onPull('closed', { state: 'closed' })],
  ['github.pull_request.reopened', onPull('reopened')],
  ['github.issues.opened', onIssue('opened')],
  ['github.issues.closed', onIssue('closed', { state: 'closed', state_reason: 'completed' })],
  ['github.issues.reopened', onIssue('reopened')],
  [
    'github.release.published',
    call('release', {
      action: 'published',
      release: {
        tag_name: 'v2.4.0',
        name: 'Lamp control 2.4',
        body: '## What is new\n\n* The lamp keeps burning at low tide (#217)\n* Faster start in the cold',
        html_url: `${REPOSITORY}/releases/tag/v2.4.0`,
        target_commitish: 'main',
        prerelease: false,
      },
    }),
  ],
  ['github.workflow_run.failed', run('failure')],
  ['github.workflow_run.succeeded', run('success')],
]);
