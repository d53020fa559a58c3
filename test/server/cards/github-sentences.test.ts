import { describe, expect, it, test } from 'vitest';
import { githubCardOf } from './github-card-of.ts';

const pull = { number: 12, title: 'Fix_the door' };

describe('the sentence of a card', () => {
  test.each([
    [
      'github.push',
      { branch: 'main', commitCount: 3 },
      'octocat pushed 3 commits to main',
      'octocat a poussé 3\u00a0commits sur main',
    ],
    [
      'github.push',
      { branch: 'main', commitCount: 1 },
      'octocat pushed 1 commit to main',
      'octocat a poussé 1\u00a0commit sur main',
    ],
    [
      'github.push',
      { branch: 'main', commitCount: 1, forced: true },
      'octocat force-pushed 1 commit to main',
      'octocat a poussé de force 1\u00a0commit sur main',
    ],
    [
      'github.push',
      { branch: 'main', forced: true },
      'octocat force-pushed main',
      'octocat a poussé de force main',
    ],
    [
      'github.create',
      { branch: 'new', title: 'new' },
      'octocat created the branch new',
      'octocat a créé la branche new',
    ],
    [
      'github.delete',
      { tag: 'v1', title: 'v1' },
      'octocat deleted the tag v1',
      'octocat a supprimé le tag v1',
    ],
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
    expect(githubCardOf(type, data).summary).toBe(en);
    expect(githubCardOf(type, data, 'fr').summary).toBe(fr);
    expect(githubCardOf(type, data).title).toBe(en.replaceAll('_', '\\_'));
  });

  it('says "somebody" for an account that is gone', () => {
    expect(githubCardOf('github.issues.opened', { ...pull, actor: null }).summary).toMatch(
      /^Somebody opened/,
    );
    expect(githubCardOf('github.issues.opened', { ...pull, actor: null }, 'fr').summary).toMatch(
      /^Quelqu’un a ouvert/,
    );
  });
});
