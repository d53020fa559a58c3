import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { renderAdaptiveCard } from '../../../server/cards/adaptive-card.ts';
import type { Language } from '../../../server/cards/card.ts';
import { composeCard } from '../../../server/cards/compose.ts';
import { renderMessageCard } from '../../../server/cards/message-card.ts';
import type { JsonObject } from '../../../server/events/event.ts';
import { githubEvent } from '../../../server/events/sources/github.ts';
import { githubExamples } from '../events/github-examples.ts';
import { validationEvents } from './adaptive-cards-library.ts';
import { messageCardErrors } from './message-card-schema.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
const octocat = { login: 'octocat', url: 'https://github.com/octocat', bot: false };

function cardOf(type: string, data: JsonObject, language: Language = 'en') {
  const common = { repository: 'octo/hello', actor: octocat, url: 'https://github.com/octo/hello/x' };
  const event = { source: 'https://github.com/octo/hello', id: '1', type, time: NOW };
  return composeCard({ ...event, data: { ...common, ...data } }, { language, connector });
}

const commit = (title: string) => ({
  id: 'a1b2c3d4e5f6',
  title,
  url: 'https://github.com/octo/hello/commit/a1',
});
const pull = { number: 12, title: 'Fix_the door' };

describe('the sentence of a card', () => {
  test.each([
    [
      'github.push',
      { branch: 'main', commitCount: 3 },
      'octocat pushed 3 commits to main',
      'octocat a poussé 3 commits sur main',
    ],
    [
      'github.push',
      { branch: 'main', commitCount: 1 },
      'octocat pushed 1 commit to main',
      'octocat a poussé 1 commit sur main',
    ],
    [
      'github.push',
      { branch: 'main', commitCount: 1, forced: true },
      'octocat force-pushed 1 commit to main',
      'octocat a poussé de force 1 commit sur main',
    ],
    [
      'github.push',
      { branch: 'main', forced: true },
      'octocat force-pushed main',
      'octocat a poussé de force main',
    ],
    [
      'github.push',
      { branch: 'new', created: true },
      'octocat created the branch new',
      'octocat a créé la branche new',
    ],
    ['github.push', { tag: 'v1', created: true }, 'octocat pushed the tag v1', 'octocat a poussé le tag v1'],
    ['github.push', { tag: 'v1', forced: true }, 'octocat moved v1', 'octocat a déplacé v1'],
    [
      'github.pull_request.opened',
      pull,
      'octocat opened pull request #12: Fix_the door',
      'octocat a ouvert la pull request #12\u00a0: Fix_the door',
    ],
    [
      'github.pull_request.opened',
      { ...pull, draft: true },
      'octocat opened draft pull request #12: Fix_the door',
      'octocat a ouvert en brouillon la pull request #12\u00a0: Fix_the door',
    ],
    [
      'github.pull_request.closed',
      pull,
      'octocat closed pull request #12 without merging it: Fix_the door',
      'octocat a fermé la pull request #12 sans la fusionner\u00a0: Fix_the door',
    ],
    [
      'github.pull_request.merged',
      pull,
      'octocat merged pull request #12: Fix_the door',
      'octocat a fusionné la pull request #12\u00a0: Fix_the door',
    ],
    [
      'github.pull_request.reopened',
      pull,
      'octocat reopened pull request #12: Fix_the door',
      'octocat a rouvert la pull request #12\u00a0: Fix_the door',
    ],
    [
      'github.pull_request.ready_for_review',
      pull,
      'octocat asks for review of pull request #12: Fix_the door',
      'octocat demande une revue de la pull request #12\u00a0: Fix_the door',
    ],
    [
      'github.issues.opened',
      pull,
      'octocat opened issue #12: Fix_the door',
      'octocat a ouvert le ticket #12\u00a0: Fix_the door',
    ],
    [
      'github.issues.closed',
      pull,
      'octocat closed issue #12: Fix_the door',
      'octocat a fermé le ticket #12\u00a0: Fix_the door',
    ],
    [
      'github.issues.closed',
      { ...pull, stateReason: 'not_planned' },
      'octocat closed issue #12 as not planned: Fix_the door',
      'octocat a fermé le ticket #12 comme non planifié\u00a0: Fix_the door',
    ],
    [
      'github.issues.reopened',
      pull,
      'octocat reopened issue #12: Fix_the door',
      'octocat a rouvert le ticket #12\u00a0: Fix_the door',
    ],
    [
      'github.release.published',
      { title: 'Spring 2.0', tag: 'v2' },
      'octocat released Spring 2.0',
      'octocat a publié la version Spring 2.0',
    ],
    [
      'github.release.published',
      { title: 'v2-rc', tag: 'v2-rc', prerelease: true },
      'octocat published the pre-release v2-rc',
      'octocat a publié la préversion v2-rc',
    ],
    [
      'github.workflow_run.succeeded',
      { workflow: 'CI', branch: 'main', conclusion: 'success' },
      'CI succeeded on main',
      'CI a réussi sur main',
    ],
    [
      'github.workflow_run.failed',
      { workflow: 'CI', branch: 'main', conclusion: 'failure' },
      'CI failed on main',
      'CI a échoué sur main',
    ],
    [
      'github.workflow_run.failed',
      { workflow: 'CI', branch: 'main', conclusion: 'timed_out' },
      'CI timed out on main',
      'CI a dépassé le temps imparti sur main',
    ],
    [
      'github.workflow_run.failed',
      { workflow: 'CI', branch: 'main', conclusion: 'startup_failure' },
      'CI could not start on main',
      'CI n’a pas pu démarrer sur main',
    ],
    [
      'github.workflow_run.failed',
      { workflow: 'CI', branch: 'main', conclusion: 'action_required' },
      'CI waits for approval on main',
      'CI attend une approbation sur main',
    ],
  ])('of %s reads well in both languages (%#)', (type, data, en, fr) => {
    expect(cardOf(type, data).summary).toBe(en);
    expect(cardOf(type, data, 'fr').summary).toBe(fr);
    expect(cardOf(type, data).title).toBe(en.replaceAll('_', '\\_'));
  });

  it('says "somebody" for an account that is gone', () => {
    expect(cardOf('github.issues.opened', { ...pull, actor: null }).summary).toMatch(/^Somebody opened/);
    expect(cardOf('github.issues.opened', { ...pull, actor: null }, 'fr').summary).toMatch(
      /^Quelqu’un a ouvert/,
    );
  });
});

describe('the rest of a card', () => {
  it('shows who, where and a button', () => {
    expect(cardOf('github.push', { branch: 'main', commitCount: 1 })).toMatchObject({
      actor: { name: 'octocat', url: 'https://github.com/octocat' },
      origin: 'GitHub · octo/hello',
      links: [{ title: 'View changes', url: 'https://github.com/octo/hello/x' }],
      time: NOW,
    });
  });

  it('lists the newest commits of a push and counts the others', () => {
    const commits = Array.from({ length: 20 }, (_, index) => commit(`Change *${index}*`));
    const lines = cardOf('github.push', { branch: 'main', commits, commitCount: 37 }).text?.split('\n');
    expect(lines).toHaveLength(11);
    expect(lines?.[0]).toBe(String.raw`- [a1b2c3d](https://github.com/octo/hello/commit/a1) Change \*0\*`);
    expect(lines?.[10]).toBe('- and 27 more');
  });

  it('shortens the title of a commit to a line', () => {
    const push = { branch: 'main', commits: [commit('word '.repeat(100))] };
    const card = cardOf('github.push', push);
    expect(card.text?.replace(/^.*\) /, '').length).toBeLessThanOrEqual(100);
    expect(card.summary).toContain('1 commit ');
  });

  it('counts in the language’s own way', () => {
    const push = { branch: 'main', commits: [commit('One')], commitCount: 1_501 };
    expect(cardOf('github.push', push).summary).toContain('1,501 commits');
    expect(cardOf('github.push', push, 'fr').text).toContain('et 1\u202f500 autres');
  });

  it('shows branches, size, author and labels of a pull request', () => {
    const data = {
      ...pull,
      ...{ fromBranch: 'fix', branch: 'main', additions: 5, deletions: 1, changedFiles: 2 },
      ...{ author: { login: 'ada' }, labels: ['bug', 'good first issue'], text: '## Why\nIt *squeaks*.' },
    };
    expect(cardOf('github.pull_request.opened', data)).toMatchObject({
      facts: [
        { title: 'Branches', value: 'fix → main' },
        { title: 'Changes', value: '+5 −1 in 2 files' },
        { title: 'Author', value: 'ada' },
        { title: 'Labels', value: 'bug, good first issue' },
      ],
      text: '**Why**\n\nIt _squeaks_.',
    });
    expect(cardOf('github.pull_request.merged', data).text).toBeUndefined();
  });

  it('names the author only when somebody else acted', () => {
    const own = cardOf('github.pull_request.merged', { ...pull, author: octocat });
    expect(own.facts).toEqual([]);
  });

  it('shows the description of an issue while it is open', () => {
    const data = { ...pull, text: 'It squeaks.', milestone: 'Spring', assignees: ['ada', 'bob'] };
    expect(cardOf('github.issues.reopened', data)).toMatchObject({
      severity: 'warning',
      text: 'It squeaks.',
      facts: [
        { title: 'Assigned to', value: 'ada, bob' },
        { title: 'Milestone', value: 'Spring' },
      ],
    });
    const closed = cardOf('github.issues.closed', data);
    expect(closed.severity).toBe('success');
    expect(closed.text).toBeUndefined();
    expect(cardOf('github.issues.closed', { ...data, stateReason: 'not_planned' }).severity).toBe('info');
  });

  it('names the tag of a release that has a name of its own', () => {
    const named = cardOf('github.release.published', { title: 'Spring 2.0', tag: 'v2' });
    expect(named.facts).toEqual([{ title: 'Tag', value: 'v2' }]);
    expect(cardOf('github.release.published', { title: 'v2', tag: 'v2' }).facts).toEqual([]);
  });

  it('names the commit of a run without a branch', () => {
    const data = { workflow: 'CI', conclusion: 'success', commit: 'a1b2c3d4e5' };
    expect(cardOf('github.workflow_run.succeeded', data).summary).toBe('CI succeeded on a1b2c3d');
  });

  it('shows the commit that a run was for, and the attempt from the second on', () => {
    const data = {
      workflow: 'CI',
      branch: 'main',
      conclusion: 'failure',
      commit: 'a1b2c3d4e5',
      title: 'Fix',
    };
    expect(cardOf('github.workflow_run.failed', { ...data, attempt: 2, trigger: 'push' })).toMatchObject({
      severity: 'error',
      facts: [
        { title: 'Commit', value: 'a1b2c3d Fix' },
        { title: 'Trigger', value: 'push' },
        { title: 'Attempt', value: '2' },
      ],
    });
    expect(cardOf('github.workflow_run.failed', { ...data, attempt: 1 }).facts).toHaveLength(1);
  });

  it('shortens a long description at a word', () => {
    const card = cardOf('github.issues.opened', { ...pull, text: 'rain '.repeat(1_000) });
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
      expect(card.summary).not.toContain('…');
      expect(card.links).toHaveLength(1);
      expect(validationEvents(JSON.parse(renderAdaptiveCard(card)).attachments[0].content)).toEqual([]);
      expect(messageCardErrors(JSON.parse(renderMessageCard(card)))).toEqual([]);
    }
  }
});
