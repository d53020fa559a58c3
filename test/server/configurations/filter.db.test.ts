import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFilter } from '../../../server/configurations/filter.ts';
import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import { createEmptyDatabase, type TestDatabase } from '../../database.ts';
import { answers, type Subject } from './filter-matching.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createEmptyDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const push: Subject = {
  type: 'github.push',
  source: 'https://github.com/octo/hello',
  subject: 'refs/heads/main',
  data: {
    repository: 'octo/Hello',
    branch: 'main',
    title: 'Évite l’erreur (again) in C:\\temp\\*.log',
    actor: { login: 'dependabot[bot]', bot: true },
    labels: ['Bug', 'good first issue'],
    reviewers: [],
    commitCount: 3,
    commits: [{ author: 'ada' }, { author: 'Zoë' }],
    milestone: null,
    text: 'first line\nsecond line',
  },
};

/** Whether the push fits each of these, in their order. */
const ask = (...asked: (Filter | Condition)[]) =>
  answers(
    pool,
    asked.map((one) => ({ subject: push, asked: one })),
  );
const all = <T>(answer: T, { length }: readonly unknown[]): T[] => Array(length).fill(answer);

describe('a condition', () => {
  it('compares texts whatever their case, accents included', async () => {
    const fits: Condition[] = [
      { field: 'repository', operator: 'is', value: 'OCTO/hello' },
      { field: 'repository', operator: 'one of', value: ['octo/world', 'Octo/HELLO'] },
      { field: 'title', operator: 'starts with', value: 'éVITE' },
      { field: 'title', operator: 'contains', value: 'L’ERREUR' },
      { field: 'commits.author', operator: 'one of', value: ['bob', 'ZOË'] },
      { field: 'Repository', operator: 'is', value: 'octo/hello' },
    ];
    expect(await ask(...fits)).toEqual(all(true, fits));
  });

  it('compares whole texts, their beginnings, or parts of them', async () => {
    const not: Condition[] = [
      { field: 'repository', operator: 'is', value: 'octo' },
      { field: 'repository', operator: 'is', value: 'hello' },
      { field: 'repository', operator: 'starts with', value: 'hello' },
      { field: 'title', operator: 'is', value: 'évite' },
      { field: 'title', operator: 'starts with', value: 'l’erreur' },
      { field: 'repository', operator: 'contains', value: 'octo-hello' },
      { field: 'text', operator: 'starts with', value: 'second' },
      { field: 'text', operator: 'is', value: 'first line' },
    ];
    expect(await ask(...not)).toEqual(all(false, not));
  });

  it('takes every sign as it is written', async () => {
    const fits: Condition[] = [
      { field: 'title', operator: 'contains', value: '(again)' },
      { field: 'title', operator: 'contains', value: '\\temp\\*.log' },
      { field: 'actor.login', operator: 'contains', value: '[bot]' },
    ];
    const not: Condition[] = [
      { field: 'branch', operator: 'is', value: 'ma.n' },
      { field: 'branch', operator: 'contains', value: 'm.*n' },
      { field: 'branch', operator: 'contains', value: '***=main' },
      { field: 'branch', operator: 'is', value: '") || (1 == 1' },
      { field: 'title', operator: 'contains', value: 'É.*' },
      { field: 'branch"?(1==1)', operator: 'is', value: 'x' },
    ];
    expect(await ask(...fits, ...not)).toEqual([...all(true, fits), ...all(false, not)]);
  });

  it('holds for a list when any element fits, and "is not" when none does', async () => {
    expect(
      await ask(
        { field: 'labels', operator: 'is', value: 'bug' },
        { field: 'labels', operator: 'contains', value: 'first' },
        { field: 'labels', operator: 'one of', value: ['wontfix', 'BUG'] },
        { field: 'commits.author', operator: 'is', value: 'Ada' },
        { field: 'labels', operator: 'is not', value: 'wontfix' },
        { field: 'labels', operator: 'is not', value: 'bug' },
        { field: 'reviewers', operator: 'is', value: 'ada' },
        { field: 'reviewers', operator: 'is not', value: 'ada' },
      ),
    ).toEqual([true, true, true, true, true, false, false, true]);
  });

  it.each(['nothing.here', 'milestone', 'branch.name', 'actor', 'commits.0', 'repository.length'])(
    'finds nothing at "%s": that is never anything, and always is not',
    async (field) => {
      const never: Condition[] = [
        { field, operator: 'is', value: 'main' },
        { field, operator: 'is', value: false },
        { field, operator: 'contains', value: 'm' },
        { field, operator: 'starts with', value: 'm' },
        { field, operator: 'one of', value: ['main', 'null'] },
        { field, operator: 'above', value: -1 },
        { field, operator: 'below', value: 99 },
      ];
      expect(await ask(...never)).toEqual(all(false, never));
      expect(await ask({ field, operator: 'is not', value: 'main' })).toEqual([true]);
    },
  );

  it('compares numbers as numbers, and nothing with what is not like it', async () => {
    expect(
      await ask(
        { field: 'commitCount', operator: 'is', value: 3 },
        { field: 'commitCount', operator: 'above', value: 2.5 },
        { field: 'commitCount', operator: 'below', value: 10 },
        { field: 'actor.bot', operator: 'is', value: true },
        { field: 'commitCount', operator: 'above', value: 3 },
        { field: 'commitCount', operator: 'is', value: '3' },
        { field: 'commitCount', operator: 'contains', value: '3' },
        { field: 'actor.bot', operator: 'is', value: 'true' },
        { field: 'branch', operator: 'above', value: 0 },
      ),
    ).toEqual([true, true, true, true, false, false, false, false, false]);
  });

  it("reads the event's own type, source and subject, which data cannot claim to be", async () => {
    const fits: Condition[] = [
      { field: '@type', operator: 'is', value: 'github.push' },
      { field: '@source', operator: 'starts with', value: 'https://GitHub.com/' },
      { field: '@subject', operator: 'contains', value: 'heads' },
    ];
    expect(await ask(...fits)).toEqual(all(true, fits));
    const liar: Subject = {
      type: 'task.created',
      source: 'urn:x',
      data: { '@type': 'github.push', '@TYPE': 'github.push', '@Source': 'https://github.com/' },
    };
    expect(
      await answers(
        pool,
        fits.map((asked) => ({ subject: liar, asked })),
      ),
    ).toEqual(all(false, fits));
  });

  it('takes letters without a capital of their own for themselves alone', async () => {
    const letters = ['k', '\u212a', 's', 'ſ', 'S\u0301', 'ß', 'ẞ', 'Σ', 'ς', 'i', 'İ', 'ı', 'ǆ', 'ǅ'];
    const pairs = letters.flatMap((one) => letters.map((other) => [one, other] as const));
    const found = await answers(
      pool,
      pairs.map(([one, other]) => ({
        subject: { ...push, data: { letter: one } },
        asked: { field: 'letter', operator: 'is', value: other },
      })),
    );
    expect(pairs.filter((_, index) => found[index])).toEqual(letters.map((letter) => [letter, letter]));
  });

  it('survives what jsonb cannot hold', async () => {
    const broken: Condition[] = [
      { field: 'branch', operator: 'contains', value: 'a\u0000' },
      { field: 'branch', operator: 'is', value: '\ud800' },
      { field: 'bran\u0000ch', operator: 'one of', value: ['\udc00', ''] },
    ];
    expect(await ask(...broken)).toEqual(all(false, broken));
  });
});

describe('a filter', () => {
  const main: Condition = { field: 'branch', operator: 'is', value: 'main' };
  const byPerson: Condition = { field: 'actor.bot', operator: 'is', value: false };
  const release: Condition = { field: 'branch', operator: 'starts with', value: 'release/' };

  it('wants all, any or none of its conditions to hold', async () => {
    expect(
      await ask(
        { match: 'all', conditions: [main] },
        { match: 'all', conditions: [main, byPerson] },
        { match: 'any', conditions: [byPerson, main] },
        { match: 'any', conditions: [byPerson, release] },
        { match: 'none', conditions: [byPerson, release] },
        { match: 'none', conditions: [byPerson, main] },
      ),
    ).toEqual([true, false, true, false, true, false]);
  });

  it.each(['all', 'any', 'none'] as const)(
    'lets everything through while "%s" has no conditions',
    async (match) => {
      expect(await ask({ match, conditions: [] })).toEqual([true]);
    },
  );

  it('leaves out what it excepts, whatever else it asks', async () => {
    expect(
      await ask(
        { match: 'all', conditions: [], except: [release] },
        { match: 'all', conditions: [], except: [release, main] },
        { match: 'all', conditions: [main], except: [byPerson] },
        { match: 'any', conditions: [release, main], except: [release] },
        { match: 'none', conditions: [release], except: [] },
      ),
    ).toEqual([true, false, true, true, true]);
  });

  it('keeps the values of its conditions apart', async () => {
    const conditions: Condition[] = [
      { field: 'branch', operator: 'is', value: 'main' },
      { field: 'commitCount', operator: 'above', value: 2 },
      { field: 'labels', operator: 'one of', value: ['bug'] },
    ];
    expect(await ask({ match: 'all', conditions })).toEqual([true]);
    expect(compileFilter({ match: 'all', conditions }).vars).toEqual({ v0: ['main'], v1: 2, v2: ['bug'] });
    expect(compileFilter({ match: 'all', conditions: [main], except: [release] }).vars).toEqual({
      v0: ['main'],
      x0: 'release/',
    });
  });

  it('takes as much as its limits allow', async () => {
    const value = 'É"\\*'.repeat(50);
    const conditions: Condition[] = Array(20).fill({
      field: `${'k.'.repeat(49)}kk`,
      operator: 'one of',
      value: Array(50).fill(value),
    });
    expect(await ask({ match: 'none', conditions, except: conditions })).toEqual([true]);
  });
});
