import type { CardTemplate } from '../template.ts';
import { issueClosed, issueOpened, issueReopened } from './issue.ts';
import {
  pullRequestClosed,
  pullRequestMerged,
  pullRequestOpened,
  pullRequestReady,
  pullRequestReopened,
} from './pull-request.ts';
import { pushCard } from './push.ts';
import { releaseCard } from './release.ts';
import { workflowRunCard } from './workflow-run.ts';

/** The template of each event type that the GitHub source makes. */
export const GITHUB_TEMPLATES: ReadonlyMap<string, CardTemplate> = new Map([
  ['github.push', pushCard],
  ['github.pull_request.opened', pullRequestOpened],
  ['github.pull_request.closed', pullRequestClosed],
  ['github.pull_request.merged', pullRequestMerged],
  ['github.pull_request.reopened', pullRequestReopened],
  ['github.pull_request.ready_for_review', pullRequestReady],
  ['github.issues.opened', issueOpened],
  ['github.issues.closed', issueClosed],
  ['github.issues.reopened', issueReopened],
  ['github.release.published', releaseCard],
  ['github.workflow_run.failed', workflowRunCard],
  ['github.workflow_run.succeeded', workflowRunCard],
]);
