import fc from 'fast-check';
import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type Filter, FilterSchema } from '../../../../server/configurations/filter-schema.ts';
import { firstFilter, newRow } from '../../../../web/config/filter/filter-draft.ts';
import {
  conditionOf,
  incompleteKeys,
  isSameFilter,
  toFilter,
} from '../../../../web/config/filter/to-filter.ts';
import { matches } from '../../../server/configurations/filter-evaluator.ts';
import { anyFilter, FIELDS } from './filters.ts';

const read = (filter: Filter | undefined, login = '') => firstFilter(filter, FIELDS, login);
const roundTrip = (filter: Filter, login = '') => toFilter(read(filter, login), FIELDS).filter;

const subject = fc.record({
  type: fc.constant('github.push'),
  source: fc.constant('https://github.com/octo/hello'),
  data: fc.record(
    {
      repository: fc.constantFrom('octo/hello', 'octo/world'),
      branch: fc.constantFrom('main', 'Main', 'release/1', 'x'),
      labels: fc.subarray(['main', 'x', 'Zoé']),
      draft: fc.boolean(),
      bot: fc.boolean(),
      actor: fc.record({ login: fc.constantFrom('Zoé', 'zoé', 'x') }),
      commitCount: fc.integer({ min: -2, max: 2 }),
    },
    { requiredKeys: [] },
  ),
});

describe('a stored filter that is opened and saved again', () => {
  it('lets_the_same_events_pass, whatever it holds', () => {
    fc.assert(
      fc.property(anyFilter, fc.constantFrom('', 'Zoé'), fc.array(subject), (filter, login, events) => {
        const again = roundTrip(filter, login);
        for (const event of events) expect(matches(event, again)).toBe(matches(event, filter));
      }),
      { numRuns: 500 },
    );
  });

  it('does_not_change_a_second_time, and the server takes it', () => {
    fc.assert(
      fc.property(anyFilter, fc.constantFrom('', 'zoé'), (filter, login) => {
        const once = roundTrip(filter, login);
        expect(isSameFilter(roundTrip(once, login), once)).toBe(true);
        expect(Value.Check(FilterSchema, once)).toBe(true);
        expect(incompleteKeys(read(filter, login), FIELDS)).toEqual([]);
      }),
    );
  });

  it('says for each condition which row it came from', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const draft = read(filter);
        const { filter: made, keys } = toFilter(draft, FIELDS);
        expect(keys.conditions).toEqual(draft.only.map(({ key }) => key));
        expect(keys.except).toHaveLength(made.except?.length ?? 0);
        for (const [index, key] of keys.except.entries()) {
          const row = draft.never.find((one) => one.key === key);
          if (row) expect(conditionOf(row, FIELDS)).toEqual(made.except?.[index]);
          else expect(['bots', 'mine']).toContain(key);
        }
      }),
    );
  });
});

describe('the switches', () => {
  const muted: Filter = {
    match: 'all',
    conditions: [],
    except: [
      { field: 'bot', operator: 'is', value: true },
      { field: 'actor.login', operator: 'is', value: 'Octocat' },
      { field: 'actor.login', operator: 'is', value: 'hubot' },
    ],
  };

  it('are on when their conditions are stored; another person stays a row', () => {
    const draft = read(muted, 'octocat');
    expect(draft).toMatchObject({ muteBots: true, muteMine: true, login: 'octocat' });
    expect(draft.never).toMatchObject([{ field: 'actor.login', values: ['hubot'] }]);
  });

  it('are off while it is not known who the user is', () => {
    expect(read(muted)).toMatchObject({
      muteMine: false,
      never: [{ values: ['Octocat'] }, { values: ['hubot'] }],
    });
  });

  it('ask for a name before they mute anybody', () => {
    const draft = { ...read(undefined), muteMine: true };
    expect(incompleteKeys(draft, FIELDS)).toEqual(['mine']);
    expect(toFilter({ ...draft, login: ' octocat ' }, FIELDS).filter.except).toEqual([
      { field: 'actor.login', operator: 'is', value: 'octocat' },
    ]);
  });

  it('mute nobody where events do not tell who acted', () => {
    const draft = { ...read(undefined), muteBots: true, muteMine: true, login: 'octocat' };
    expect(toFilter(draft, []).filter).toEqual({ match: 'all', conditions: [] });
    expect(incompleteKeys({ ...draft, login: '' }, [])).toEqual([]);
  });
});

describe('a row', () => {
  const draft = (row: object) => ({ ...read(undefined), only: [{ ...newRow('branch'), ...row }] });

  it.each([{ field: '' }, { values: [] }, { values: [' '] }, { field: 'gone', values: ['x'] }])(
    'that lacks something is no condition yet: %j',
    (row) => {
      const given = draft(row);
      expect(toFilter(given, FIELDS).filter.conditions).toEqual([]);
      expect(incompleteKeys(given, FIELDS)).toEqual([given.only[0]?.key]);
    },
  );

  it('says yes or no as the events do', () => {
    expect(toFilter(draft({ field: 'draft', values: ['no'] }), FIELDS).filter.conditions).toEqual([
      { field: 'draft', operator: 'is', value: false },
    ]);
  });

  it('keeps several values for "one of" alone', () => {
    const values = ['main', '', ' next '];
    expect(toFilter(draft({ operator: 'one of', values }), FIELDS).filter.conditions).toEqual([
      { field: 'branch', operator: 'one of', value: ['main', 'next'] },
    ]);
    expect(toFilter(draft({ operator: 'contains', values }), FIELDS).filter.conditions).toEqual([
      { field: 'branch', operator: 'contains', value: 'main' },
    ]);
  });
});

describe('isSameFilter', () => {
  it('does not mind the order of keys, nor how "no filter" is written', () => {
    const filter: Filter = { match: 'all', conditions: [{ field: 'a', operator: 'is', value: 'b' }] };
    const stored = JSON.parse(
      '{"except":[],"conditions":[{"value":"b","field":"a","operator":"is"}],"match":"all"}',
    );
    expect(isSameFilter(filter, stored)).toBe(true);
    expect(isSameFilter(undefined, { match: 'any', conditions: [] })).toBe(true);
    expect(isSameFilter(filter, { ...filter, match: 'any' })).toBe(false);
    expect(isSameFilter(filter, { ...filter, except: filter.conditions })).toBe(false);
    expect(isSameFilter(filter, undefined)).toBe(false);
  });
});
