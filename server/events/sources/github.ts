import { ProblemError } from '../../problem.ts';
import type { Event } from '../event.ts';
import { jsonObject, valueAt } from '../fields.ts';
import { readIssue } from './github-issue.ts';
import { type GithubMapping, isPayload, notAnEvent, person, repositoryOf } from './github-payload.ts';
import { readPullRequest } from './github-pull-request.ts';
import { readPush } from './github-push.ts';
import { readRelease } from './github-release.ts';
import { readWorkflowRun } from './github-workflow-run.ts';

/** One webhook call of GitHub, after its signature was checked. */
export interface GithubCall {
  /** The header `X-GitHub-Event`. */
  name: string | undefined;
  /** The header `X-GitHub-Delivery`: a GUID, the same again when GitHub or a person sends it again. */
  delivery: string | undefined;
  /** The parsed body. */
  payload: unknown;
}

/** What came of a call: an event, or a reason for people why there is none. */
export type GithubResult = { event: Event } | { ignored: string };

const READERS = new Map<string, (payload: unknown) => GithubMapping>([
  ['ping', () => ({ ignored: 'Hello GitHub! The webhook is set up; events will come from here on.' })],
  ['push', readPush],
  ['pull_request', readPullRequest],
  ['issues', readIssue],
  ['release', readRelease],
  ['workflow_run', readWorkflowRun],
]);

/** Visible ASCII, as header values are; the GUID has 36 of them. */
const DELIVERY = /^[!-~]{1,200}$/;

/**
 * Turns a call into an event: `source` is the repository's page, `id` the delivery's GUID, `time` is `now`
 * because payloads do not agree on a field for it. `docs/events.md` lists what becomes what.
 *
 * Throws `invalid-event` when a header is missing or the payload lacks what GitHub promises.
 */
export function githubEvent({ name, delivery, payload }: GithubCall, now: Date): GithubResult {
  if (name === undefined) throw new ProblemError('invalid-event', 'The header X-GitHub-Event is missing.');
  if (delivery === undefined || !DELIVERY.test(delivery)) {
    throw new ProblemError('invalid-event', 'The header X-GitHub-Delivery is missing or not a GUID.');
  }
  if (!isPayload(payload)) throw new ProblemError('invalid-event', 'The payload must be a JSON object.');

  const mapping = READERS.get(name)?.(payload) ?? notAnEvent(name);
  if ('ignored' in mapping) return mapping;

  const repository = repositoryOf(payload);
  return {
    event: {
      source: repository.url,
      id: delivery,
      type: mapping.type,
      time: now,
      subject: mapping.subject,
      data: {
        ...jsonObject({ repository: repository.name, actor: person(valueAt(payload, 'sender')) }),
        ...mapping.data,
      },
    },
  };
}
