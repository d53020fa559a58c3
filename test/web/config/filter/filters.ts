import fc from 'fast-check';
import type { Condition, Filter } from '../../../../server/configurations/filter-schema.ts';
import type { FilterField } from '../../../../web/config/filter/filter-draft.ts';

/** What filters of these tests can ask. */
export const FIELDS: FilterField[] = [
  { field: 'repository', title: 'Repository', kind: 'text', inSentence: 'the repository' },
  { field: 'branch', title: 'Branch', kind: 'text', inSentence: 'the branch' },
  { field: 'labels', title: 'Labels', kind: 'list', inSentence: 'the labels' },
  { field: 'draft', title: 'Draft', kind: 'yes or no' },
  { field: 'actor.login', title: 'Person', kind: 'text', inSentence: 'the person', role: 'person' },
  { field: 'bot', title: 'By a bot', kind: 'yes or no', role: 'bot' },
];

const value = fc.constantFrom('main', 'octo/hello', 'Zoé', 'release/', 'x');
const field = fc.constantFrom(...FIELDS.map((one) => one.field), 'commitCount', '@subject');

/** Any condition that the server takes, also such as the page's rows cannot express. */
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field,
    operator: fc.constantFrom('is', 'is not'),
    value: fc.oneof(value, fc.boolean(), fc.integer()),
  }),
  fc.record({ field, operator: fc.constantFrom('contains', 'starts with'), value }),
  fc.record({
    field,
    operator: fc.constant('one of'),
    value: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ field, operator: fc.constantFrom('above', 'below'), value: fc.integer() }),
);

const conditions = fc.array(anyCondition, { maxLength: 4 });
export const anyFilter: fc.Arbitrary<Filter> = fc.record(
  { match: fc.constantFrom('all', 'any', 'none'), conditions, except: conditions },
  { requiredKeys: ['match', 'conditions'] },
);
