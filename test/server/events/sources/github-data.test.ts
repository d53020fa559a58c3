import { describe, expect, it } from 'vitest';
import type { Event } from '../../../../server/events/event.ts';
import { githubEvent } from '../../../../server/events/sources/github.ts';
import { finishedRun, githubExample, hasAction, hasCommits, withValue } from '../github-examples.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
const GUID = '72d3162e-cc78-11e3-81ab-4c9367dc0958';

function eventOf(name: string, payload: unknown): Event {
  const result = githubEvent({ name, delivery: GUID, payload }, NOW);
  if ('ignored' in result) throw new Error(result.ignored);
  return result.event;
}

describe('the data of an event', () => {
  it('tells who did it, and whether it was a bot', () => {
    const payload = githubExample('push', hasCommits);
    expect(eventOf('push', payload).data.actor).toEqual({
      login: 'Codertocat',
      url: 'https://github.com/Codertocat',
      image: 'https://avatars1.githubusercontent.com/u/21031067?v=4',
      bot: false,
    });
    expect(eventOf('push', withValue(payload, ['sender', 'type'], 'Bot')).data.actor).toMatchObject({
      bot: true,
    });
    expect(
      eventOf('push', withValue(payload, ['sender', 'login'], 'dependabot[bot]')).data.actor,
    ).toMatchObject({ bot: true });
    expect(eventOf('push', withValue(payload, ['sender'], null)).data.actor).toBeUndefined();
  });

  it('of a push is its branch and its newest commits, newest first', () => {
    const commits = Array.from({ length: 45 }, (_, index) => ({
      id: `${index}`.padStart(40, '0'),
      message: `Change ${index}\n\nBecause.`,
      url: `https://github.com/octo/hello/commit/${index}`,
      author: { name: 'Octo Cat', username: 'octocat' },
    }));
    const { data } = eventOf('push', withValue(githubExample('push', hasCommits), ['commits'], commits));
    expect(data).toMatchObject({ repository: 'Codertocat/Hello-World', branch: 'master', commitCount: 45 });
    expect(data.commits).toHaveLength(20);
    expect(data.commits).toMatchObject([
      { title: 'Change 44', author: 'octocat', url: 'https://github.com/octo/hello/commit/44' },
      { title: 'Change 43' },
      ...Array.from({ length: 18 }, () => ({})),
    ]);
  });

  it('of a push without a head is titled by its newest commit', () => {
    const commits = [{ message: 'First' }, { message: 'Second\nline' }];
    const headless = withValue(githubExample('push', hasCommits), ['head_commit'], null);
    expect(eventOf('push', withValue(headless, ['commits'], commits)).data.title).toBe('Second');
  });

  it('of a pull request is what filters and cards need', () => {
    const { data, subject } = eventOf('pull_request', githubExample('pull_request', hasAction('closed')));
    expect(subject).toBe('#2');
    expect(data).toMatchObject({
      repository: 'Codertocat/Hello-World',
      number: 2,
      title: 'Update the README with new information.',
      url: 'https://github.com/Codertocat/Hello-World/pull/2',
      author: { login: 'Codertocat' },
      branch: 'master',
      fromBranch: 'changes',
      labels: ['bug'],
      draft: false,
      merged: false,
      additions: 1,
      deletions: 1,
      changedFiles: 1,
    });
  });

  it('of a run is its workflow, conclusion and who started it', () => {
    expect(eventOf('workflow_run', finishedRun('failure')).data).toMatchObject({ conclusion: 'failure' });
    const named = withValue(finishedRun('failure'), ['workflow', 'name'], 'CI');
    expect(eventOf('workflow_run', named).data).toMatchObject({ workflow: 'CI', branch: 'main' });
    const started = withValue(finishedRun('failure'), ['workflow_run', 'triggering_actor'], {
      login: 'hubot',
      type: 'Bot',
    });
    expect(eventOf('workflow_run', started).data.actor).toEqual({ login: 'hubot', bot: true });
  });

  it('of a run falls back to what older servers tell', () => {
    const old = withValue(finishedRun('success'), ['workflow'], null);
    const { data } = eventOf(
      'workflow_run',
      withValue(old, ['workflow_run'], {
        conclusion: 'success',
        html_url: 'https://github.example/octo/hello/actions/runs/1',
        path: '.github/workflows/ci.yml',
        head_commit: { message: 'Fix the door\n\nIt squeaked.' },
        actor: { login: 'octocat' },
      }),
    );
    expect(data).toMatchObject({
      workflow: '.github/workflows/ci.yml',
      title: 'Fix the door',
      actor: { login: 'octocat' },
    });
  });

  it('holds at most 50 labels', () => {
    const labels = Array.from({ length: 80 }, (_, index) => ({ name: `label ${index}` }));
    const issue = withValue(githubExample('issues', hasAction('opened')), ['issue', 'labels'], labels);
    expect(eventOf('issues', issue).data.labels).toHaveLength(50);
  });

  it('leaves out the comments of templates and shortens what is long', () => {
    const withBody = (body: string) =>
      eventOf('issues', withValue(githubExample('issues', hasAction('opened')), ['issue', 'body'], body)).data
        .text;
    expect(withBody('<!-- Say what you saw. -->\nIt rains.<!-- hint --> Inside.')).toBe('It rains. Inside.');
    expect(withBody('It rains. <!-- never closed')).toBe('It rains.');
    expect(withBody('<!-- nothing else -->')).toBeUndefined();
    expect(withBody('wet '.repeat(5_000))).toHaveLength(4_000);
  });

  it('holds nothing that PostgreSQL refuses to store', () => {
    const title = 'NUL \u0000 and half a pair \ud83d';
    const { data } = eventOf(
      'issues',
      withValue(githubExample('issues', hasAction('opened')), ['issue', 'title'], title),
    );
    expect(data.title).toBe('NUL  and half a pair \ufffd');
  });
});
