import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../../manifest/connector.ts';
import { composeCard } from '../../../../server/cards/compose.ts';
import type { Event } from '../../../../server/events/event.ts';
import { GITHUB_CALLS } from '../../../../server/events/samples/github/calls.ts';
import { type GithubResult, githubEvent } from '../../../../server/events/sources/github.ts';
import { ProblemError } from '../../../../server/problem.ts';
import { hostileText } from '../../cards/arbitraries.ts';
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

function read(name: string | undefined, payload: unknown, delivery = GUID): GithubResult {
  return githubEvent({ name, delivery, payload }, NOW);
}

describe('a malformed call', () => {
  const opened = githubExample('issues', hasAction('opened'));

  test.each([
    ['without an event', () => read(undefined, opened)],
    ['without a delivery', () => githubEvent({ name: 'issues', delivery: undefined, payload: opened }, NOW)],
    ['with a delivery of several lines', () => read('issues', opened, 'a\nb')],
    ['with an endless delivery', () => read('issues', opened, 'x'.repeat(201))],
    ['with a list as payload', () => read('issues', [])],
    ['with null as payload', () => read('ping', null)],
    ['with text as payload', () => read('push', 'payload')],
  ])('%s is refused', (_name, call) => {
    expect(call).toThrow(expect.objectContaining({ code: 'invalid-event' }));
  });

  test.each([
    ['issues', opened, 'issue/title'],
    ['issues', opened, 'issue/number'],
    ['issues', opened, 'issue/html_url'],
    ['issues', opened, 'action'],
    ['issues', opened, 'repository/full_name'],
    ['issues', opened, 'repository/html_url'],
    ['push', githubExample('push', hasCommits), 'ref'],
    ['pull_request', githubExample('pull_request', hasAction('opened')), 'pull_request/number'],
    ['release', githubExample('release', hasAction('published')), 'release/tag_name'],
    ['workflow_run', finishedRun('success'), 'workflow_run/html_url'],
  ])('%s names the field that is wrong (%#)', (name, payload, field) => {
    const broken = withValue(payload, field.split('/'), { not: 'what it should be' });
    expect(() => read(name, broken)).toThrow(
      expect.objectContaining({
        code: 'invalid-event',
        fields: [expect.objectContaining({ pointer: `/${field}` })],
      }),
    );
  });

  test.each(['javascript:alert(1)', 'https://', 'github.com/octo/hello'])(
    'refuses %s as an address',
    (address) => {
      const broken = withValue(opened, ['repository', 'html_url'], address);
      expect(() => read('issues', broken)).toThrow(ProblemError);
    },
  );

  it('any_value_anywhere_gives_an_event_with_a_card_a_reason_or_a_problem', () => {
    const examples = [...githubExamples(), ...githubExamples('ghes-35'), ...GITHUB_CALLS.values()];
    const change = fc.tuple(fc.nat(), fc.oneof(fc.jsonValue(), hostileText));
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(change, { maxLength: 6 }),
        ({ name, payload }, changes) => {
          const changed = changes.reduce<unknown>(
            (current, [seed, value]) => withValue(current, somePath(current, seed), value),
            payload,
          );
          try {
            const result = read(name, changed);
            if ('ignored' in result) expect(result.ignored).not.toBe('');
            else expectCard(result.event);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** In both languages, made by its own template and not by the generic one that stands in for a fault. */
function expectCard(event: Event) {
  for (const language of ['en', 'fr'] as const) {
    const templateFailed = (_type: string, error: unknown) => {
      throw error;
    };
    const card = composeCard(event, { language, connector, templateFailed });
    expect(card.title).not.toBe('');
    expect(card.summary.length).toBeLessThanOrEqual(120);
  }
}

/** Walks down to some field of an object, at most three deep: the seed chooses. */
function somePath(value: unknown, seed: number): string[] {
  const path: string[] = [];
  let current = value;
  for (let depth = 0, rest = seed; depth <= seed % 3; depth++) {
    if (typeof current !== 'object' || current === null) break;
    const keys = Object.keys(current);
    const key = keys[rest % keys.length];
    if (key === undefined) break;
    path.push(key);
    rest = Math.floor(rest / keys.length);
    current = Reflect.get(current, key);
  }
  return path;
}
