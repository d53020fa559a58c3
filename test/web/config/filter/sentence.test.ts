import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../../server/configurations/filter-schema.ts';
import { nameSome, sentenceOf } from '../../../../web/config/filter/sentence.ts';
import { FILTER_WORDS } from '../../../../web/config/filter/words.ts';
import { anyFilter, FIELDS } from './filters.ts';

const french = [
  ['branch', 'la branche'],
  ['repository', 'le dépôt'],
  ['labels', 'les étiquettes'],
] as const;
const FRENCH_FIELDS = FIELDS.map((field) => {
  const noun = french.find(([name]) => name === field.field)?.[1];
  return noun === undefined ? field : { ...field, inSentence: noun };
});
const ENGLISH = { fields: FIELDS, words: FILTER_WORDS.en, locale: 'en' };
const FRENCH = { fields: FRENCH_FIELDS, words: FILTER_WORDS.fr, locale: 'fr' };

const EVERYTHING: Filter = {
  match: 'all',
  conditions: [
    { field: 'branch', operator: 'is', value: 'main' },
    { field: 'repository', operator: 'one of', value: ['octo/hello', 'octo/world'] },
  ],
  except: [
    { field: 'labels', operator: 'is', value: 'work in progress' },
    { field: 'bot', operator: 'is', value: true },
    { field: 'actor.login', operator: 'is', value: 'dependabot[bot]' },
  ],
};
const all = (...conditions: Filter['conditions']): Filter => ({ match: 'all', conditions });

describe('the sentence of a filter', () => {
  it('says what is posted, only when, never when, and not by whom', () => {
    expect(sentenceOf(['Push', 'Issue opened'], EVERYTHING, ENGLISH)).toBe(
      'Posts “Push” and “Issue opened”, only when the branch is main and the repository is octo/hello or octo/world, never when the labels include “work in progress”, not by bots or dependabot[bot].',
    );
    expect(sentenceOf(['Push', 'Ticket ouvert'], EVERYTHING, FRENCH)).toBe(
      'Publie «\u00a0Push\u00a0» et «\u00a0Ticket ouvert\u00a0», seulement si la branche est main et si le dépôt est octo/hello ou octo/world, jamais si les étiquettes comprennent «\u00a0work in progress\u00a0», sauf quand l’auteur est un robot ou dependabot[bot].',
    );
  });

  it('is short where there is nothing to say', () => {
    expect(sentenceOf(['Push'], all(), ENGLISH)).toBe('Posts “Push”.');
    expect(sentenceOf([], EVERYTHING, ENGLISH)).toBe('Posts nothing: no event is chosen.');
    expect(sentenceOf(['a', 'b', 'c', 'd'], all(), FRENCH)).toBe('Publie 4 types d’événements.');
  });

  it('says "or" where any condition is enough', () => {
    expect(sentenceOf(['Push'], { ...EVERYTHING, match: 'any', except: [] }, ENGLISH)).toContain(
      'only when the branch is main or the repository is',
    );
  });

  it('has words for each operator', () => {
    const conditions: Filter['conditions'] = [
      { field: 'branch', operator: 'is not', value: 'main' },
      { field: 'branch', operator: 'starts with', value: 'release/' },
      { field: 'labels', operator: 'contains', value: 'bug' },
      { field: 'labels', operator: 'is not', value: 'bug' },
      { field: 'draft', operator: 'is', value: false },
      { field: 'commitCount', operator: 'above', value: 1_000 },
    ];
    expect(sentenceOf(['Push'], all(...conditions), ENGLISH)).toBe(
      'Posts “Push”, only when the branch is not main, the branch starts with release/, one of the labels contains bug, the labels do not include bug, “Draft” is no, and “commitCount” is above 1,000.',
    );
  });

  it('names_every_value_of_any_filter, in both languages, and lets nothing of the machine through', () => {
    fc.assert(
      fc.property(anyFilter, fc.constantFrom(ENGLISH, FRENCH), (filter, context) => {
        const sentence = sentenceOf(['Push'], filter, context);
        expect(sentence).not.toMatch(/undefined|null|\[object|true|false/);
        expect(sentence.endsWith('.')).toBe(true);
        for (const { value } of [...filter.conditions, ...(filter.except ?? [])]) {
          for (const one of [value].flat()) if (typeof one === 'string') expect(sentence).toContain(one);
        }
      }),
    );
  });
});

describe('nameSome', () => {
  it('names three and counts the rest', () => {
    expect(nameSome(['a', 'b'], ENGLISH)).toBe('“a” and “b”');
    expect(nameSome(['a', 'b', 'c', 'd', 'e'], ENGLISH)).toBe('“a”, “b”, “c” and 2 more');
  });
});
