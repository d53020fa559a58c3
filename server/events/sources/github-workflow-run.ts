import { jsonObject, numberAt, textAt, valueAt } from '../fields.ts';
import {
  type GithubMapping,
  notAnEvent,
  person,
  requiredText,
  requiredUrl,
  titleAt,
} from './github-payload.ts';

/** The conclusions that are events; cancelled, skipped, neutral and stale runs need nobody. */
const TYPES = new Map([
  ['success', 'github.workflow_run.succeeded'],
  ['failure', 'github.workflow_run.failed'],
  ['timed_out', 'github.workflow_run.failed'],
  ['startup_failure', 'github.workflow_run.failed'],
  ['action_required', 'github.workflow_run.failed'],
]);

/** A run of a workflow that has ended. */
export function readWorkflowRun(payload: unknown): GithubMapping {
  const action = requiredText(payload, 'action');
  if (action !== 'completed') return notAnEvent('workflow_run', action);

  const run = valueAt(payload, 'workflow_run');
  const conclusion = textAt(run, 'conclusion');
  const type = conclusion === undefined ? undefined : TYPES.get(conclusion);
  if (type === undefined) return notAnEvent('workflow_run', conclusion ?? 'completed without a conclusion');

  return {
    type,
    subject: textAt(run, 'head_branch') ?? requiredUrl(payload, 'workflow_run', 'html_url'),
    data: jsonObject({
      workflow: titleAt(payload, 'workflow', 'name') ?? titleAt(run, 'name') ?? titleAt(run, 'path'),
      conclusion,
      title: titleAt(run, 'display_title') ?? titleAt(run, 'head_commit', 'message'),
      url: requiredUrl(payload, 'workflow_run', 'html_url'),
      branch: textAt(run, 'head_branch'),
      commit: textAt(run, 'head_sha'),
      trigger: textAt(run, 'event'),
      runNumber: numberAt(run, 'run_number'),
      attempt: numberAt(run, 'run_attempt'),
      // Who started it; the sender of a run that a schedule started may be nobody in particular.
      actor: person(valueAt(run, 'triggering_actor')) ?? person(valueAt(run, 'actor')),
    }),
  };
}
