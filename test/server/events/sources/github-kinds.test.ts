import { describe, expect, it, test } from 'vitest';
import { GITHUB_CALLS } from '../../../../server/events/samples/github/calls.ts';
import { githubEvent } from '../../../../server/events/sources/github.ts';
import { githubExample, hasAction, withValue } from '../github-examples.ts';

const NOW = new Date('2026-11-21T09:30:00Z');

function read(name: string, payload: unknown) {
  return githubEvent({ name, delivery: 'x', payload }, NOW);
}

/** A sample's payload with changed fields: paths joined by slashes. */
function sample(type: string, changes: Record<string, unknown> = {}): unknown {
  return Object.entries(changes).reduce<unknown>(
    (payload, [path, value]) => withValue(payload, path.split('/'), value),
    GITHUB_CALLS.get(type)?.payload,
  );
}

describe('what decides beside the action:', () => {
  const check = (conclusion: string, slug: string) => {
    const payload = githubExample('check_suite', hasAction('completed'));
    const concluded = withValue(payload, ['check_suite', 'conclusion'], conclusion);
    return withValue(concluded, ['check_suite', 'app', 'slug'], slug);
  };
  const review = (state: string, body: string | null) =>
    sample('github.pull_request.reviewed', { 'review/state': state, 'review/body': body });
  const comment = (pull: unknown) =>
    sample('github.issues.commented', pull === undefined ? {} : { 'issue/pull_request': pull });
  const push = (flags: Record<string, unknown>) => sample('github.push', { commits: [], ...flags });

  test.each([
    ['a comment on an issue', 'issue_comment', comment(undefined), 'github.issues.commented'],
    ['a comment on a pull request', 'issue_comment', comment({}), 'github.pull_request.commented'],
    [
      'a review with a text',
      'pull_request_review',
      review('COMMENTED', 'Hm.'),
      'github.pull_request.reviewed',
    ],
    ['an approval without', 'pull_request_review', review('approved', null), 'github.pull_request.reviewed'],
    ['a check that failed', 'check_suite', check('timed_out', 'other'), 'github.checks.failed'],
    ['a push without commits', 'push', push({ forced: true }), 'github.push'],
    ['a new branch with commits', 'push', sample('github.push', { created: true }), 'github.push'],
    [
      'a status with an error',
      'status',
      sample('github.checks.failed', { state: 'error' }),
      'github.checks.failed',
    ],
  ])('%s', (_what, name, payload, type) => {
    expect(read(name, payload)).toMatchObject({ event: { type } });
  });

  test.each([
    [
      'a review that only holds comments',
      'pull_request_review',
      review('commented', ' '),
      '_review_comment”',
    ],
    ['a check of GitHub Actions', 'check_suite', check('failure', 'github-actions'), '“workflow_run”'],
    ['a check that was skipped', 'check_suite', check('skipped', 'other'), 'nobody'],
    ['a new branch', 'push', push({ created: true }), '“create”'],
    ['a branch that is gone', 'push', push({ deleted: true }), '“delete”'],
    ['a status that is pending', 'status', sample('github.checks.failed', { state: 'pending' }), 'ended'],
    [
      'a sponsor in private',
      'sponsorship',
      sample('github.sponsorship', { 'sponsorship/privacy_level': 'private' }),
      'unnamed',
    ],
  ])('%s is ignored', (_what, name, payload, words) => {
    expect(read(name, payload)).toEqual({ ignored: expect.stringContaining(words) });
  });
});

describe('the home of an event', () => {
  it('is the organization where there is no repository, on its own server', () => {
    const { repository: _, ...team } = githubExample('membership');
    const elsewhere = withValue(team, ['sender', 'html_url'], 'https://git.example/codertocat');
    const result = read('membership', elsewhere);
    expect(result).toMatchObject({
      event: { source: 'https://git.example/Octocoders', data: { organization: 'Octocoders' } },
    });
  });

  it('is GitHub for what concerns all', () => {
    const result = read('security_advisory', githubExample('security_advisory', hasAction('published')));
    expect(result).toMatchObject({ event: { source: 'https://github.com' } });
  });

  it('opens pages whatever a branch is called', () => {
    const { payload } = GITHUB_CALLS.get('github.create') ?? {};
    expect(read('create', withValue(payload, ['ref'], 'fix/50%?#1'))).toMatchObject({
      event: { data: { url: 'https://github.com/lighthouse/lamp-control/tree/fix/50%25%3F%231' } },
    });
  });
});

it('of an alert from an older server reads as that of a newer one', () => {
  const payload = githubExample('repository_vulnerability_alert', hasAction('create'));
  expect(read('repository_vulnerability_alert', payload)).toMatchObject({
    event: { data: { action: 'created', severity: 'medium', package: 'rack' } },
  });
});

it('of a secret says its kind and never the secret', () => {
  const payload = sample('github.secret_scanning_alert', { 'alert/secret': 'hunter2' });
  const result = read('secret_scanning_alert', payload);
  expect(JSON.stringify(result)).toContain('Weather service key');
  expect(JSON.stringify(result)).not.toContain('hunter2');
});
