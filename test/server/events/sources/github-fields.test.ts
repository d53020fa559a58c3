import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../../manifest/connector.ts';
import { valueAt } from '../../../../server/events/fields.ts';
import { githubSample } from '../../../../server/events/samples/github-sample.ts';
import { githubEvent } from '../../../../server/events/sources/github.ts';
import { githubExamples } from '../github-examples.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
const GITHUB_TYPES = connector.eventGroups
  .flatMap(({ eventTypes }) => eventTypes)
  .filter(({ type }) => type.startsWith('github.'));

/** Every event of a type that examples and samples give. */
const eventsByType = Map.groupBy(
  [
    ...['api.github.com', 'ghes-35'].flatMap(githubExamples).flatMap(({ name, payload }) => {
      const result = githubEvent({ name, delivery: 'x', payload }, NOW);
      return 'event' in result ? [result.event] : [];
    }),
    ...GITHUB_TYPES.flatMap(({ type }) => githubSample(type, NOW) ?? []),
  ],
  ({ type }) => type,
);

/** Fields that only some events of their type have, and none of the examples. */
const RARE = new Set(['action', 'tag', 'prerelease', 'milestone', 'resolution']);

const KINDS = {
  text: (value: unknown) => typeof value === 'string',
  'yes or no': (value: unknown) => typeof value === 'boolean',
  list: (value: unknown) => Array.isArray(value),
};

describe('what filters can ask', () => {
  test.each(GITHUB_TYPES)('of $type is in its events', ({ type, filterFields = [] }) => {
    const events = eventsByType.get(type) ?? [];
    for (const { field, kind } of filterFields) {
      const values = events
        .map(({ data }) => valueAt(data, ...field.split('.')))
        .filter((value) => value !== undefined);
      if (!RARE.has(field)) expect(values, field).not.toEqual([]);
      expect(
        values.filter((value) => !KINDS[kind](value)),
        field,
      ).toEqual([]);
    }
  });

  it('is in every event: who did it and whether it was a bot', () => {
    for (const { data } of [...eventsByType.values()].flat()) {
      expect(typeof data.bot).toBe('boolean');
      expect(data.url).toMatch(/^https?:/);
    }
  });
});
