import { randomUUID } from 'node:crypto';
import { githubPayload } from './github-payloads.ts';
import { type Fields, isFields } from './message.ts';
import type { SampleId } from './schema.ts';

/** One request to the intake, as the sender of the event would make it. */
export type SampleRequest =
  | { source: 'github'; event: string; payload: Fields }
  | { source: 'connector'; event: Fields };

/**
 * The sample events, in the order in which the page offers them. Each call makes a new event, so that a
 * sample that is sent twice comes twice. `now` is the time that the event carries.
 */
export const SAMPLES: Readonly<Record<SampleId, (now: Date) => Promise<SampleRequest>>> = {
  'task-created': async (now) =>
    task('task.created', now, { status: 'open', text: TASK_TEXT, actions: [MARK_AS_DONE] }),
  'task-updated': async (now) => task('task.updated', now, { status: 'done', text: 'Two coats are on.' }),
  'github-push': async () => github('push', (payload) => isFilledList(payload.commits)),
  'github-pull-request-opened': async () => github('pull_request', hasAction('opened')),
  'github-pull-request-merged': async () => github('pull_request', hasAction('closed'), merged),
  'github-issue-opened': async () => github('issues', hasAction('opened')),
  'github-release-published': async () => github('release', hasAction('published')),
  'github-workflow-failed': async () => github('workflow_run', isFinishedRun, failed),
  'github-workflow-succeeded': async () => github('workflow_run', isFinishedRun),
};

const TASK_TEXT = 'The salt has taken the paint off again. Two coats, please, before the storms.';

/** What the sandbox's stand-in for the operator understands. */
const MARK_AS_DONE = { id: 'done', title: 'Mark as done', done: 'The task is done.' };

/** An event of the connector's own task types, as a CloudEvent 1.0 in structured form. */
function task(
  type: string,
  now: Date,
  data: { status: string; text: string; actions?: readonly Fields[] },
): SampleRequest {
  return {
    source: 'connector',
    event: {
      specversion: '1.0',
      id: randomUUID(),
      source: 'https://tasks.example/lighthouse',
      type,
      time: now.toISOString(),
      subject: '214',
      data: {
        title: 'Repaint the north door',
        url: 'https://tasks.example/lighthouse/214',
        actor: { name: 'Ada Marsh' },
        assignee: 'Louis Perrin',
        ...data,
      },
    },
  };
}

async function github(
  event: string,
  test: (payload: Fields) => boolean,
  change: (payload: Fields) => Fields = (payload) => payload,
): Promise<SampleRequest> {
  return { source: 'github', event, payload: change(await githubPayload(event, test)) };
}

function hasAction(action: string): (payload: Fields) => boolean {
  return (payload) => payload.action === action;
}

function isFilledList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isFinishedRun({ action, workflow_run: run }: Fields): boolean {
  return action === 'completed' && isFields(run) && run.conclusion === 'success';
}

/** The examples hold no merged pull request: this is the closed one with the fields that a merge sets. */
function merged(payload: Fields): Fields {
  const request = isFields(payload.pull_request) ? payload.pull_request : {};
  const changes = { merged: true, merged_at: request.closed_at, merged_by: payload.sender };
  return { ...payload, pull_request: { ...request, ...changes } };
}

/** The examples hold no failed run: this is the good one with its conclusion changed. */
function failed(payload: Fields): Fields {
  const run = isFields(payload.workflow_run) ? payload.workflow_run : {};
  return { ...payload, workflow_run: { ...run, conclusion: 'failure' } };
}
