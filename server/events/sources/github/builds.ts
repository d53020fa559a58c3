import { numberAt, textAt, valueAt } from '../../fields.ts';
import { pageOf } from './home.ts';
import { bodyAt, person, requiredText, requiredUrl, titleAt } from './payload.ts';
import {
  each,
  type GithubReaders,
  NOBODY_NEEDED,
  nothing,
  type Reading,
  TOLD_AT_THE_END,
  toldBy,
} from './reader.ts';

/** The conclusions that somebody should look at. */
const BAD = ['failure', 'timed_out', 'startup_failure', 'action_required'];
const RUNNING = each(TOLD_AT_THE_END, 'requested', 'rerequested', 'in_progress');

export const buildReaders: GithubReaders = {
  workflow_run: {
    kindOf: (payload) => endOf(payload, 'workflow_run'),
    outcomes: {
      success: 'github.workflow_run.succeeded',
      ...each('github.workflow_run.failed', ...BAD),
      ...RUNNING,
    },
    // Cancelled, skipped, neutral and stale.
    otherwise: NOBODY_NEEDED,
    read: readRun,
  },
  workflow_job: { otherwise: toldBy('workflow_run') },
  workflow_dispatch: { otherwise: toldBy('workflow_run') },
  repository_dispatch: { otherwise: toldBy('workflow_run') },
  check_run: { otherwise: toldBy('check_suite') },
  check_suite: {
    kindOf: (payload) => {
      const isOurs = textAt(payload, 'check_suite', 'app', 'slug') === 'github-actions';
      return isOurs ? 'of GitHub Actions' : endOf(payload, 'check_suite');
    },
    outcomes: {
      success: 'github.checks.succeeded',
      ...each('github.checks.failed', ...BAD),
      ...RUNNING,
      'of GitHub Actions': toldBy('workflow_run'),
    },
    otherwise: NOBODY_NEEDED,
    read: readSuite,
  },
  status: {
    kindOf: (payload) => textAt(payload, 'state'),
    outcomes: { success: 'github.checks.succeeded', ...each('github.checks.failed', 'failure', 'error') },
    otherwise: TOLD_AT_THE_END,
    read: readStatus,
  },
  page_build: {
    kindOf: (payload) => textAt(payload, 'build', 'status'),
    outcomes: each('github.page_build', 'built', 'errored'),
    otherwise: TOLD_AT_THE_END,
    read: (payload) => ({
      subject: requiredText(payload, 'repository', 'full_name'),
      data: {
        conclusion: textAt(payload, 'build', 'status') === 'built' ? 'success' : 'failure',
        text: bodyAt(payload, 'build', 'error', 'message'),
        commit: textAt(payload, 'build', 'commit'),
        actor: person(valueAt(payload, 'build', 'pusher')),
      },
    }),
  },
  deployment_protection_rule: { otherwise: nothing('It is for the machines that guard an environment.') },
};

/** The conclusion of what has ended; else the action. */
function endOf(payload: unknown, key: string): string {
  const action = requiredText(payload, 'action');
  if (action !== 'completed') return action;
  return textAt(payload, key, 'conclusion') ?? 'completed without a conclusion';
}

function readRun(payload: unknown): Reading {
  const run = valueAt(payload, 'workflow_run');
  const url = requiredUrl(payload, 'workflow_run', 'html_url');
  return {
    subject: textAt(run, 'head_branch') ?? url,
    data: {
      workflow: titleAt(payload, 'workflow', 'name') ?? titleAt(run, 'name') ?? titleAt(run, 'path'),
      conclusion: textAt(run, 'conclusion'),
      title: titleAt(run, 'display_title') ?? titleAt(run, 'head_commit', 'message'),
      url,
      branch: textAt(run, 'head_branch'),
      commit: textAt(run, 'head_sha'),
      trigger: textAt(run, 'event'),
      runNumber: numberAt(run, 'run_number'),
      attempt: numberAt(run, 'run_attempt'),
      // Who started it; the sender of a run that a schedule started may be nobody in particular.
      actor: person(valueAt(run, 'triggering_actor')) ?? person(valueAt(run, 'actor')),
    },
  };
}

function readSuite(payload: unknown): Reading {
  const suite = valueAt(payload, 'check_suite');
  const commit = requiredText(payload, 'check_suite', 'head_sha');
  return {
    subject: textAt(suite, 'head_branch') ?? commit,
    data: {
      check: titleAt(suite, 'app', 'name'),
      conclusion: textAt(suite, 'conclusion'),
      title: titleAt(suite, 'head_commit', 'message'),
      branch: textAt(suite, 'head_branch'),
      commit,
      url: pageOf(payload, 'commit', commit, 'checks'),
    },
  };
}

function readStatus(payload: unknown): Reading {
  const commit = requiredText(payload, 'sha');
  return {
    subject: commit,
    data: {
      check: titleAt(payload, 'context'),
      conclusion: textAt(payload, 'state'),
      title: titleAt(payload, 'commit', 'commit', 'message'),
      text: bodyAt(payload, 'description'),
      branch: textAt(payload, 'branches', '0', 'name'),
      commit,
      url: textAt(payload, 'target_url') ?? textAt(payload, 'commit', 'html_url'),
    },
  };
}
