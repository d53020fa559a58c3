import { expect, it } from 'vitest';
import type { TestResult } from '../../../server/configurations/test-schema.ts';
import { en as words } from '../../../web/shared/locales/en.ts';
import { en as testWords } from '../../../web/shared/test-card/locales/en.ts';
import { tellTest } from '../../../web/shared/test-card/tell-test.ts';

const { meanings, todo } = testWords;
type Case = [kind: 'workflow' | 'connector', Omit<TestResult, 'destination'>, meaning: string, cure: string];

it.each<Case>([
  ['workflow', { verdict: 'dead', status: 404, words: '' }, meanings.removed, todo.newWorkflow],
  ['workflow', { verdict: 'dead', status: 401, words: '' }, meanings.closed, todo.openWorkflow],
  ['workflow', { verdict: 'dead', status: 400, words: '' }, meanings.off, todo.switchOn],
  ['workflow', { verdict: 'card_wrong', status: 400, words: '' }, meanings.card, todo.rightWorkflow],
  ['workflow', { verdict: 'try_again', status: 429, words: '' }, meanings.busy, todo.wait],
  ['workflow', { verdict: 'try_again', status: 503, words: '' }, meanings.trouble, todo.wait],
  ['connector', { verdict: 'try_again', status: 200, words: '0' }, meanings.unclear, todo.wait],
  ['connector', { verdict: 'dead', status: 410, words: '' }, meanings.removed, todo.retired],
])('tells what a %s means by %j, and what helps', (kind, result, meaning, cure) => {
  const told = tellTest({ ...result, destination: { kind, label: '' } }, testWords, words);
  expect(told).toMatchObject({ good: false, what: expect.stringContaining(meaning), todo: cure });
});

it('shows no number when Teams hides a failure in a success', () => {
  const hidden = 'Microsoft Teams endpoint returned HTTP error 410';
  const result: TestResult = {
    verdict: 'dead',
    status: 200,
    words: hidden,
    destination: { kind: 'connector', label: '' },
  };
  expect(tellTest(result, testWords, words).what).toBe(
    `Teams answered: ${meanings.removed} Its own words: “${hidden}”.`,
  );
});
