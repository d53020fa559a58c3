import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../../manifest/connector.ts';
import { unknownEventTypes } from '../../../../server/events/catalog.ts';
import { githubEvent } from '../../../../server/events/sources/github.ts';
import {
  finishedRun,
  githubExample,
  githubExamples,
  hasAction,
  hasCommits,
  withValue,
} from '../github-examples.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
const GUID = '72d3162e-cc78-11e3-81ab-4c9367dc0958';

function read(name: string, payload: unknown) {
  return githubEvent({ name, delivery: GUID, payload }, NOW);
}

describe('the identity of an event', () => {
  it('is the repository’s page and the delivery’s GUID', () => {
    expect(read('push', githubExample('push', hasCommits))).toMatchObject({
      event: {
        source: 'https://github.com/Codertocat/Hello-World',
        id: GUID,
        time: NOW,
        subject: 'refs/heads/master',
      },
    });
  });
});

describe('what becomes of a call', () => {
  test.each([
    ['push', githubExample('push', hasCommits), 'github.push'],
    ['pull_request', githubExample('pull_request', hasAction('opened')), 'github.pull_request.opened'],
    ['pull_request', githubExample('pull_request', hasAction('closed')), 'github.pull_request.closed'],
    ['pull_request', githubExample('pull_request', hasAction('reopened')), 'github.pull_request.reopened'],
    [
      'pull_request',
      withValue(githubExample('pull_request', hasAction('closed')), ['pull_request', 'merged'], true),
      'github.pull_request.merged',
    ],
    [
      'pull_request',
      githubExample('pull_request', hasAction('ready_for_review')),
      'github.pull_request.ready_for_review',
    ],
    ['issues', githubExample('issues', hasAction('opened')), 'github.issues.opened'],
    ['issues', withValue(githubExample('issues'), ['action'], 'closed'), 'github.issues.closed'],
    ['issues', githubExample('issues', hasAction('reopened')), 'github.issues.reopened'],
    ['release', githubExample('release', hasAction('published')), 'github.release.published'],
    ['workflow_run', finishedRun('success'), 'github.workflow_run.succeeded'],
    ['workflow_run', finishedRun('failure'), 'github.workflow_run.failed'],
    ['workflow_run', finishedRun('timed_out'), 'github.workflow_run.failed'],
    ['workflow_run', finishedRun('startup_failure'), 'github.workflow_run.failed'],
    ['workflow_run', finishedRun('action_required'), 'github.workflow_run.failed'],
  ])('%s becomes an event that channels can choose (%#)', (name, payload, type) => {
    expect(read(name, payload)).toMatchObject({ event: { type } });
    expect(unknownEventTypes(connector, [type])).toEqual([]);
  });

  test.each([
    ['ping', githubExample('ping'), 'Hello GitHub'],
    ['star', githubExample('star', hasAction('deleted')), '“star: deleted”'],
    ['constructor', {}, '“constructor”'],
    ['push', githubExample('push', (payload) => payload.deleted === true), 'deleted'],
    ['pull_request', githubExample('pull_request', hasAction('labeled')), '“pull_request: labeled”'],
    [
      'pull_request',
      withValue(githubExample('pull_request', hasAction('labeled')), ['pull_request', 'merged'], true),
      '“pull_request: labeled”',
    ],
    ['issues', githubExample('issues', hasAction('pinned')), '“issues: pinned”'],
    ['release', githubExample('release', hasAction('created')), '“release: created”'],
    ['release', githubExample('release', hasAction('released')), '“release: released”'],
    ['workflow_run', githubExample('workflow_run', hasAction('requested')), '“workflow_run: requested”'],
    ['workflow_run', finishedRun('cancelled'), '“workflow_run: cancelled”'],
    ['workflow_run', finishedRun(null), 'without a conclusion'],
  ])('%s is ignored with a reason for people (%#)', (name, payload, words) => {
    expect(read(name, payload)).toEqual({ ignored: expect.stringContaining(words) });
  });

  test.each(['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'])(
    'takes every payload of %s, or knows why not',
    (server) => {
      for (const { name, payload } of githubExamples(server)) {
        const result = read(name, payload);
        if ('ignored' in result) expect(result.ignored).not.toContain('not among the events');
        else expect(unknownEventTypes(connector, [result.event.type])).toEqual([]);
      }
    },
  );

  it('that it does not know is told by its name', () => {
    expect(read('never_heard_of', { action: 'done' })).toEqual({
      ignored: 'It is not among the events that channels can choose. (GitHub’s “never_heard_of: done”)',
    });
  });
});
