import { describe, expect, it, test } from 'vitest';
import { connector, type Words } from '../../../manifest/connector.ts';
import { en } from '../../../server/cards/locales/en.ts';
import { fr } from '../../../server/cards/locales/fr.ts';
import { FIRST_LABELS, LAST_LABELS } from '../../../server/cards/locales/usual-labels.ts';
import { frenchFaults, localeStrings } from './locale-strings.ts';

/** Words that are the same in both languages, and names that nobody translates. */
const SAME = new Set([
  ...['Attention', 'Conclusion', 'Total', 'Version', 'Service', 'Type', 'Commit', 'Tag', 'Branches'],
  ...['Push', 'GitHub Actions', 'Fork', 'Wiki'],
]);

const groups = connector.eventGroups;
const eventTypes = groups.flatMap((group) => group.eventTypes);
const pairs: [where: string, words: Words][] = [
  ...Object.entries({ ...FIRST_LABELS, ...LAST_LABELS }),
  ['description', connector.description],
  ...groups.map(({ id, title }): [string, Words] => [id, title]),
  ...eventTypes.flatMap(({ type, title, description }): [string, Words][] => [
    [type, title],
    [type, description],
  ]),
];
const french: [string, string][] = [
  ...localeStrings(fr),
  ...pairs.map(([where, words]): [string, string] => [where, words.fr]),
];

describe('the words of cards', () => {
  it('are the same ones in both languages, and none is empty', () => {
    expect(localeStrings(fr).map(([path]) => path)).toEqual(localeStrings(en).map(([path]) => path));
    const all = [...localeStrings(en), ...french, ...pairs.map(([where, { en }]) => [where, en])];
    expect(all.filter(([, words]) => words?.trim() === '')).toEqual([]);
  });

  it('speak French in French', () => {
    const inFrench = new Map(localeStrings(fr));
    const equal = [
      ...localeStrings(en).filter(([path, words]) => inFrench.get(path) === words),
      ...pairs.filter(([, words]) => words.en === words.fr).map(([where, words]) => [where, words.en]),
    ];
    expect(equal.filter(([, words]) => !SAME.has(words ?? ''))).toEqual([]);
  });

  it('are set as French is set', () => {
    expect(french.flatMap(([, words]) => frenchFaults(words))).toEqual([]);
  });
});

test.each([
  ['Vraiment?', 1],
  ['Voici: 2', 1],
  ['Le «\u00a0mot\u00a0»\u00a0: à 13:05 sur https://x.example', 0],
  ["L'arbre", 1],
  ['Le "mot"', 1],
  ['Et\u202f!', 0],
])('%s has %i faults', (text, faults) => {
  expect(frenchFaults(text)).toHaveLength(faults);
});
