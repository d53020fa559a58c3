import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { renderAdaptiveCard } from '../../../server/cards/adaptive-card.ts';
import { composeCard } from '../../../server/cards/compose.ts';
import { renderMessageCard } from '../../../server/cards/message-card.ts';
import { githubEvent } from '../../../server/events/sources/github.ts';
import { githubExamples } from '../events/github-examples.ts';
import { validationEvents } from './adaptive-cards-library.ts';
import { githubCardOf, NOW, octocat } from './github-card-of.ts';
import { messageCardErrors } from './message-card-schema.ts';

const commit = (title: string) => ({
  id: 'a1b2c3d4e5f6',
  title,
  url: 'https://github.com/octo/hello/commit/a1',
});
const pull = { number: 12, title: 'Fix_the door' };

describe('the rest of a card', () => {
  it('shows who, where and a button', () => {
    expect(githubCardOf('github.push', { branch: 'main', commitCount: 1 })).toMatchObject({
      actor: { name: 'octocat', url: 'https://github.com/octocat' },
      origin: 'GitHub · octo/hello',
      links: [{ title: 'View changes', url: 'https://github.com/octo/hello/x' }],
      time: NOW,
    });
  });

  it('lists the newest commits of a push and counts the others', () => {
    const commits = Array.from({ length: 20 }, (_, index) => commit(`Change *${index}*`));
    const lines = githubCardOf('github.push', { branch: 'main', commits, commitCount: 37 }).text?.split('\n');
    expect(lines).toHaveLength(11);
    expect(lines?.[0]).toBe(String.raw`- [a1b2c3d](https://github.com/octo/hello/commit/a1) Change \*0\*`);
    expect(lines?.[10]).toBe('- and 27 more');
  });

  it('shortens the title of a commit to a line', () => {
    const push = { branch: 'main', commits: [commit('word '.repeat(100))] };
    const card = githubCardOf('github.push', push);
    expect(card.text?.replace(/^.*\) /, '').length).toBeLessThanOrEqual(100);
    expect(card.summary).toContain('1 commit ');
  });

  it('counts in the language’s own way', () => {
    const push = { branch: 'main', commits: [commit('One')], commitCount: 1_501 };
    expect(githubCardOf('github.push', push).summary).toContain('1,501 commits');
    expect(githubCardOf('github.push', push, 'fr').text).toContain('et 1\u202f500\u00a0autres');
  });

  it('shows branches, size, author and labels of a pull request', () => {
    const data = {
      ...pull,
      ...{ fromBranch: 'fix', branch: 'main', additions: 5, deletions: 1, changedFiles: 2 },
      ...{ author: { login: 'ada' }, labels: ['bug', 'good first issue'], text: '## Why\nIt *squeaks*.' },
    };
    expect(githubCardOf('github.pull_request.opened', data)).toMatchObject({
      facts: [
        { title: 'Branches', value: 'fix → main' },
        { title: 'Changes', value: '+5 −1 in 2 files' },
        { title: 'Author', value: 'ada' },
        { title: 'Labels', value: 'bug, good first issue' },
      ],
      text: '**Why**\n\nIt _squeaks_.',
    });
    expect(githubCardOf('github.pull_request.merged', data).text).toBeUndefined();
  });

  it('names the author only when somebody else acted', () => {
    const own = githubCardOf('github.pull_request.merged', { ...pull, author: octocat });
    expect(own.facts).toEqual([]);
  });

  it('shows the description of an issue while it is open', () => {
    const data = { ...pull, text: 'It squeaks.', milestone: 'Spring', assignees: ['ada', 'bob'] };
    expect(githubCardOf('github.issues.reopened', data)).toMatchObject({
      severity: 'warning',
      text: 'It squeaks.',
      facts: [
        { title: 'Assigned to', value: 'ada, bob' },
        { title: 'Milestone', value: 'Spring' },
      ],
    });
    const closed = githubCardOf('github.issues.closed', data);
    expect(closed.severity).toBe('success');
    expect(closed.text).toBeUndefined();
    expect(githubCardOf('github.issues.closed', { ...data, stateReason: 'not_planned' }).severity).toBe(
      'info',
    );
  });

  it('names the tag of a release that has a name of its own', () => {
    const named = githubCardOf('github.release.published', { title: 'Spring 2.0', tag: 'v2' });
    expect(named.facts).toEqual([{ title: 'Tag', value: 'v2' }]);
    expect(githubCardOf('github.release.published', { title: 'v2', tag: 'v2' }).facts).toEqual([]);
  });

  it('names the commit of a run without a branch', () => {
    const data = { workflow: 'CI', conclusion: 'success', commit: 'a1b2c3d4e5' };
    expect(githubCardOf('github.workflow_run.succeeded', data).summary).toBe('CI succeeded on a1b2c3d');
  });

  it('shows the commit that a run was for, and the attempt from the second on', () => {
    const data = {
      workflow: 'CI',
      branch: 'main',
      conclusion: 'failure',
      commit: 'a1b2c3d4e5',
      title: 'Fix',
    };
    expect(
      githubCardOf('github.workflow_run.failed', { ...data, attempt: 2, trigger: 'push' }),
    ).toMatchObject({
      severity: 'error',
      facts: [
        { title: 'Commit', value: 'a1b2c3d Fix' },
        { title: 'Trigger', value: 'push' },
        { title: 'Attempt', value: '2' },
      ],
    });
    expect(githubCardOf('github.workflow_run.failed', { ...data, attempt: 1 }).facts).toHaveLength(1);
  });

  it('shortens a long description at a word', () => {
    const card = githubCardOf('github.issues.opened', { ...pull, text: 'rain '.repeat(1_000) });
    expect(card.text).toMatch(/^(rain )+rain…$/);
    expect(card.text?.length).toBeLessThanOrEqual(600);
  });
});

test('every event among GitHub’s example payloads gives two valid cards with a button', () => {
  const events = githubExamples().flatMap(({ name, payload }) => {
    const result = githubEvent({ name, delivery: 'guid', payload }, NOW);
    return 'event' in result ? [result.event] : [];
  });
  expect(events.length).toBeGreaterThan(20);
  for (const event of events) {
    for (const language of ['en', 'fr'] as const) {
      const card = composeCard(event, { language, connector });
      expect(card.title).not.toContain('…');
      expect(card.links).toHaveLength(1);
      expect(validationEvents(JSON.parse(renderAdaptiveCard(card)).attachments[0].content)).toEqual([]);
      expect(messageCardErrors(JSON.parse(renderMessageCard(card)))).toEqual([]);
    }
  }
});
