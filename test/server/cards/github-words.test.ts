import { describe, expect, it, test } from 'vitest';
import { githubWordsIn } from '../../../server/cards/locales/github/in-language.ts';
import { GITHUB_EVENT_TYPES } from '../../../server/events/sources/github/event-types.ts';
import { githubCardOf, octocat } from './github-card-of.ts';

const [en, fr] = [githubWordsIn('en'), githubWordsIn('fr')];
const places = (sentence: string | undefined) => [...(sentence ?? '').matchAll(/\{\w+\}/g)].flat().sort();

describe.each(GITHUB_EVENT_TYPES)('the sentences of %s', (type) => {
  it('are the same in every language, with the same places', () => {
    expect(Object.keys(fr.sentences[type])).toEqual(Object.keys(en.sentences[type]));
    for (const [variant, sentence] of Object.entries(en.sentences[type])) {
      expect(places(fr.sentences[type][variant]), variant).toEqual(places(sentence));
      expect(fr.sentences[type][variant]).not.toBe(sentence);
    }
  });
});

describe('the sentence of a card', () => {
  test.each([
    [
      'github.pull_request.reviewed',
      { review: 'approved' },
      'success',
      'octocat approved pull request #7: Door',
    ],
    [
      'github.pull_request.reviewed',
      { review: 'changes_requested' },
      'warning',
      'octocat requested changes to',
    ],
    [
      'github.pull_request.assigned',
      { assignee: 'octocat' },
      'info',
      'octocat took on pull request #7: Door',
    ],
    [
      'github.issues.closed',
      { stateReason: 'duplicate' },
      'info',
      'octocat closed issue #7 as a duplicate: Door',
    ],
    ['github.issues.assigned', { assignee: 'ada' }, 'info', 'octocat assigned ada to issue #7: Door'],
    ['github.package.published', { version: '2' }, 'success', 'octocat published the package Door 2'],
    ['github.package.published', {}, 'success', 'octocat published the package Door'],
    ['github.checks.failed', { check: 'CI', branch: 'main' }, 'error', 'CI failed on main'],
    [
      'github.checks.failed',
      { check: 'CI', conclusion: 'action_required' },
      'warning',
      'CI needs somebody on …',
    ],
    [
      'github.deployment.review',
      { action: 'requested', workflow: 'Ship', environment: 'x' },
      'warning',
      'Ship waits',
    ],
    ['github.dependabot_alert', { package: 'x', severity: 'critical' }, 'error', 'Vulnerability in x: Door'],
    ['github.dependabot_alert', { package: 'x', severity: 'low' }, 'warning', 'Vulnerability in x: Door'],
    [
      'github.dependabot_alert',
      { package: 'x', severity: 'high', action: 'fixed' },
      'success',
      'Vulnerability in',
    ],
    ['github.secret_scanning_alert', { action: 'created' }, 'error', 'Secret in octo/hello: Door'],
    ['github.member', { action: 'added', member: 'octocat' }, 'info', 'octocat joined octo/hello'],
    ['github.wiki', { pageCount: 3, action: 'edited' }, 'info', 'octocat changed 3 pages of the wiki'],
    ['github.repository', { action: 'deleted' }, 'warning', 'octocat deleted the repository Door'],
    ['github.repository', { action: 'constructor' }, 'info', 'octocat changed the repository Door'],
  ])('of %s follows what happened (%#)', (type, data, severity, words) => {
    const card = githubCardOf(type, { number: 7, title: 'Door', ...data });
    expect(card.summary).toContain(words);
    expect(card.severity).toBe(severity);
  });

  it('does not fill places that a value brings along', () => {
    const card = githubCardOf('github.issues.opened', { number: 7, title: '{actor} {number}' });
    expect(card.summary).toBe('octocat opened issue #7: {actor} {number}');
  });
});

describe('the facts of a card', () => {
  it('translate GitHub’s own words and leave people’s as they are', () => {
    const data = {
      title: 'Door',
      severity: 'critical',
      author: { login: 'high' },
      labels: ['low'],
      number: 7,
    };
    expect(githubCardOf('github.dependabot_alert', data, 'fr').facts).toContainEqual({
      title: 'Gravité',
      value: 'critique',
    });
    expect(githubCardOf('github.issues.opened', { ...data, actor: octocat }, 'fr').facts).toEqual([
      { title: 'Auteur', value: 'high' },
      { title: 'Étiquettes', value: 'low' },
    ]);
  });

  it('name the line of a comment, and days as the language writes them', () => {
    const comment = { number: 7, title: 'Door', path: 'a_b.ts', line: 4 };
    expect(githubCardOf('github.pull_request.commented', comment).facts).toEqual([
      { title: 'File', value: String.raw`a\_b.ts:4` },
    ]);
    expect(githubCardOf('github.milestone', { title: 'M', due: '2026-03-12' }, 'fr').facts).toEqual([
      { title: 'Échéance', value: '12\u00a0mars 2026' },
    ]);
  });
});

it('lists the pages of a wiki when there are several', () => {
  const page = (title: string) => ({ title, url: 'https://github.com/octo/hello/wiki/x' });
  const pages = Array.from({ length: 12 }, (_, index) => page(`Page ${index}`));
  const lines = githubCardOf('github.wiki', { title: 'Page 0', pages, pageCount: 12 }).text?.split('\n');
  expect(lines?.[0]).toBe('- [Page 0](https://github.com/octo/hello/wiki/x)');
  expect(lines?.at(-1)).toBe('- and 2 more');
  expect(githubCardOf('github.wiki', { title: 'Page 0', pages: [page('Page 0')] }).text).toBeUndefined();
});
