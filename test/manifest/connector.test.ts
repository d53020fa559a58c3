import { describe, expect, it } from 'vitest';
import { connector, type Words } from '../../manifest/connector.ts';
import { GITHUB_TEMPLATES } from '../../server/cards/github/github-card.ts';
import { LIMITS } from '../../server/configurations/limits.ts';

const eventTypes = connector.eventGroups.flatMap((group) => group.eventTypes);
const duplicates = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('the connector', () => {
  it('offers each event type and each group once', () => {
    expect(duplicates(eventTypes.map(({ type }) => type))).toEqual([]);
    expect(duplicates(connector.eventGroups.map(({ id }) => id))).toEqual([]);
  });

  it('offers no more than a configuration can hold', () => {
    expect(eventTypes.length).toBeLessThanOrEqual(LIMITS.eventTypes);
    for (const { type } of eventTypes) expect(type.length).toBeLessThanOrEqual(LIMITS.eventTypeLength);
  });

  it('has words for everything in every language', () => {
    const everything: Words[] = [
      connector.description,
      ...connector.eventGroups.map(({ title }) => title),
      ...eventTypes.flatMap(({ title, description, filterFields = [] }) => [
        title,
        description,
        ...filterFields.flatMap(({ title: name, inSentence = name }) => [name, inSentence]),
      ]),
    ];
    for (const { en, fr } of everything) {
      expect(en.trim()).not.toBe('');
      expect(fr.trim()).not.toBe('');
    }
  });

  it('calls what filters can ask by one name, whatever event it is of', () => {
    const titles = new Map<string, unknown>();
    for (const { field, ...rest } of eventTypes.flatMap(({ filterFields = [] }) => filterFields)) {
      expect(titles.get(field) ?? rest).toEqual(rest);
      titles.set(field, rest);
    }
    expect(titles.size).toBeGreaterThan(0);
  });

  it('suggests some event types, but not all', () => {
    const suggested = eventTypes.filter((eventType) => eventType.suggested);
    expect(suggested.length).toBeGreaterThan(0);
    expect(suggested.length).toBeLessThan(eventTypes.length);
  });

  it('offers every event type of GitHub that has a template, and the other way round', () => {
    const offered = eventTypes.map(({ type }) => type).filter((type) => type.startsWith('github.'));
    expect(offered.sort()).toEqual([...GITHUB_TEMPLATES.keys()].sort());
  });
});
