import type { JsonObject } from '../../event.ts';
import { call, HEAD, LOUIS, REPOSITORY, type SampleCall } from './parts.ts';

const RUN: JsonObject = {
  name: 'Test the lamp',
  display_title: 'Ignore a gauge that reads below zero',
  html_url: `${REPOSITORY}/actions/runs/91`,
  head_branch: 'gauge-below-zero',
  head_sha: HEAD,
  event: 'pull_request',
  run_number: 91,
  run_attempt: 1,
  triggering_actor: LOUIS,
};

const run = (conclusion: string): SampleCall =>
  call('workflow_run', {
    action: 'completed',
    workflow: { name: 'Test the lamp' },
    workflow_run: { ...RUN, conclusion },
  });

const status = (state: string, description: string): SampleCall =>
  call('status', {
    sha: HEAD,
    state,
    description,
    context: 'weather/salt-spray',
    target_url: 'https://builds.lighthouse.example/91',
    branches: [{ name: 'gauge-below-zero' }],
    commit: { commit: { message: 'Ignore a gauge that reads below zero' } },
  });

const DEPLOYMENT: JsonObject = { environment: 'north tower', ref: 'main', sha: HEAD };

const deployed = (state: string, description: string): SampleCall =>
  call('deployment_status', {
    action: 'created',
    deployment: DEPLOYMENT,
    deployment_status: { state, description, environment_url: 'https://north.lighthouse.example' },
  });

export const buildCalls: Readonly<Record<string, SampleCall>> = {
  'github.workflow_run.failed': run('failure'),
  'github.workflow_run.succeeded': run('success'),
  'github.checks.failed': status('failure', 'The lens fogged after 40 minutes.'),
  'github.checks.succeeded': status('success', 'Clear for two hours.'),
  'github.deployment.started': call('deployment', { action: 'created', deployment: DEPLOYMENT }),
  'github.deployment.review': call('deployment_review', {
    action: 'requested',
    workflow_run: { ...RUN, name: 'Bring up the lamp', head_branch: 'main' },
    environment: 'north tower',
    reviewers: [{ type: 'Team', reviewer: { name: 'keepers' } }],
    requestor: LOUIS,
  }),
  'github.deployment.failed': deployed('failure', 'The tower does not answer.'),
  'github.deployment.succeeded': deployed('success', 'The lamp is on.'),
  'github.page_build': call('page_build', { build: { status: 'built', commit: HEAD, pusher: LOUIS } }),
};
