import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { unknownEventTypes } from '../../../server/events/catalog.ts';
import { readEvents } from '../../../server/events/read-events.ts';
import { githubEvent } from '../../../server/events/sources/github.ts';
import { SAMPLES, type SampleRequest } from '../../../server/sandbox/samples.ts';
import type { SampleId } from '../../../server/sandbox/schema.ts';

const NOW = new Date('2026-11-21T08:00:00Z');

const TYPES: Record<SampleId, string> = {
  'task-created': 'task.created',
  'task-updated': 'task.updated',
  'github-push': 'github.push',
  'github-pull-request-opened': 'github.pull_request.opened',
  'github-pull-request-merged': 'github.pull_request.merged',
  'github-issue-opened': 'github.issues.opened',
  'github-release-published': 'github.release.published',
  'github-workflow-failed': 'github.workflow_run.failed',
  'github-workflow-succeeded': 'github.workflow_run.succeeded',
};

/** The type of the event that the intake makes of a sample. */
function typeOf(sample: SampleRequest): string | undefined {
  if (sample.source === 'connector') {
    const headers = { 'content-type': 'application/cloudevents+json' };
    return readEvents(headers, sample.event, { defaultSource: 'urn:test', now: NOW })[0]?.type;
  }
  const result = githubEvent({ name: sample.event, delivery: randomUUID(), payload: sample.payload }, NOW);
  return 'event' in result ? result.event.type : undefined;
}

it.each(Object.entries(SAMPLES))('makes of %s an event that channels can choose', async (id, make) => {
  const type = typeOf(await make(NOW));
  expect({ id, type }).toEqual({ id, type: TYPES[id as SampleId] });
  expect(unknownEventTypes(connector, [type ?? ''])).toEqual([]);
});

it('makes a new event each time', async () => {
  const samples = [await SAMPLES['task-created'](NOW), await SAMPLES['task-created'](NOW)];
  const ids = samples.map((sample) => sample.source === 'connector' && sample.event.id);
  expect(new Set(ids).size).toBe(2);
});

it('leaves the collected payloads as they are', async () => {
  await SAMPLES['github-workflow-failed'](NOW);
  expect(await SAMPLES['github-workflow-succeeded'](NOW)).toMatchObject({
    payload: { workflow_run: { conclusion: 'success' } },
  });
});
