import { listAt, textAt, textsAt, valueAt } from '../../fields.ts';
import { pageOf } from './home.ts';
import { bodyAt, person, requiredText, requiredTitle, titleAt } from './payload.ts';
import { each, type GithubReaders, HOUSEKEEPING, type Reading, TOLD_AT_THE_END } from './reader.ts';

export const deploymentReaders: GithubReaders = {
  deployment: {
    // Older servers send no action; there is only one.
    otherwise: 'github.deployment.started',
    read: (payload) => readDeployment(payload),
  },
  deployment_status: {
    kindOf: (payload) => textAt(payload, 'deployment_status', 'state'),
    outcomes: {
      success: 'github.deployment.succeeded',
      ...each('github.deployment.failed', 'failure', 'error'),
      // An older deployment that a newer one has replaced.
      inactive: HOUSEKEEPING,
    },
    otherwise: TOLD_AT_THE_END,
    read: (payload) => {
      const status = valueAt(payload, 'deployment_status');
      return readDeployment(payload, {
        conclusion: textAt(status, 'state'),
        text: bodyAt(status, 'description'),
        url:
          textAt(status, 'environment_url') ??
          textAt(status, 'log_url') ??
          textAt(status, 'target_url') ??
          pageOf(payload, 'deployments'),
      });
    },
  },
  deployment_review: {
    outcomes: each('github.deployment.review', 'requested', 'approved', 'rejected'),
    otherwise: HOUSEKEEPING,
    read: readReview,
  },
};

/** As long as the id of a commit: GitHub gives one where nobody named a branch. */
const COMMIT_ID = /^[0-9a-f]{40}$/;

function readDeployment(payload: unknown, more: Reading['data'] = {}): Reading {
  const deployment = valueAt(payload, 'deployment');
  const environment = requiredTitle(payload, 'deployment', 'environment');
  const ref = textAt(deployment, 'ref');
  return {
    subject: environment,
    data: {
      title: environment,
      environment,
      branch: ref !== undefined && COMMIT_ID.test(ref) ? undefined : ref,
      commit: textAt(deployment, 'sha'),
      text: bodyAt(deployment, 'description'),
      url: pageOf(payload, 'deployments'),
      ...more,
    },
  };
}

/** Somebody must let a run go on to an environment, or has answered. */
function readReview(payload: unknown): Reading {
  const run = valueAt(payload, 'workflow_run');
  const workflow = requiredText(payload, 'workflow_run', 'name');
  const jobs = listAt(payload, 'workflow_job_runs');
  const reviewers = listAt(payload, 'reviewers').map((entry) => valueAt(entry, 'reviewer'));
  return {
    subject: workflow,
    data: {
      workflow,
      title: titleAt(run, 'display_title') ?? workflow,
      environment: titleAt(payload, 'environment') ?? titleAt(jobs.at(0), 'environment'),
      branch: textAt(run, 'head_branch'),
      commit: textAt(run, 'head_sha'),
      text: bodyAt(payload, 'comment'),
      reviewers: [...textsAt(reviewers, 'name'), ...textsAt(reviewers, 'login')],
      url: textAt(run, 'html_url'),
      actor: person(valueAt(payload, 'approver')) ?? person(valueAt(payload, 'requestor')),
    },
  };
}
