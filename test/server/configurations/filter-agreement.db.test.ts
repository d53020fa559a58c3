import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import type { Json, JsonObject } from '../../../server/events/event.ts';
import { toPlainJson } from '../../../server/events/plain-json.ts';
import { createEmptyDatabase, type TestDatabase } from '../../database.ts';
import { holds, matches } from './filter-evaluator.ts';
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

/** What regular expressions, jsonpath, JSON and case act on; few, so that they meet. */
const piece = fc.constantFrom(
  ...['main', 'Main', 'K', 'k', 'S', 's', '1', 'n', 'd', ' ', '-', '/', '_', '%'],
  ...[
    '.',
    '*',
    '+',
    '?',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '|',
    '^',
    '$',
    '\\',
    '"',
    "'",
    '***=',
    '(?i)',
    '[[:<:]]',
  ],
  ...['") || (@ == "', '$v0', '@', '#', '&&', '\n', '\t', '\u0001', '\u007f', '\u2028', '\u0000', '\ud800'],
  ...[
    'é',
    'É',
    'ß',
    'ẞ',
    'Σ',
    'σ',
    'ς',
    'İ',
    'ı',
    '\u212a',
    'ſ',
    'ǆ',
    'ǅ',
    'Ǆ',
    '𐐀',
    '𐐨',
    '😀',
    'e\u0301',
    '文',
  ],
);
const text = fc.oneof(
  { weight: 9, arbitrary: fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const number = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ noNaN: true, noDefaultInfinity: true }));

const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'A', 'b', 'name', 'Name', 'nAME', '@type', '@TYPE', '0') },
  { weight: 1, arbitrary: text },
);
const { data } = fc.letrec<{ data: JsonObject; value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('data'),
  ),
  data: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
}));

const subject = fc.record(
  {
    type: text,
    source: text,
    subject: text,
    data: fc.oneof(
      { weight: 4, arbitrary: data },
      { weight: 1, arbitrary: fc.dictionary(text, fc.jsonValue()) },
    ),
  },
  { requiredKeys: ['type', 'source', 'data'] },
);

const field = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: key }, { weight: 1, arbitrary: fc.constantFrom('@source', '@subject') }),
    {
      minLength: 1,
      maxLength: 3,
      size: 'small',
    },
  )
  .map((keys) => keys.join('.'));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field,
    operator: fc.constantFrom('is', 'is not'),
    value: fc.oneof(text, number, fc.boolean()),
  }),
  fc.record({ field, operator: fc.constantFrom('contains', 'starts with'), value: text }),
  fc.record({ field, operator: fc.constant('one of'), value: fc.array(text, { maxLength: 4 }) }),
  fc.record({ field, operator: fc.constantFrom('above', 'below'), value: number }),
);
const conditions = fc.array(condition, { maxLength: 4 });
const filter: fc.Arbitrary<Filter> = fc.record(
  { match: fc.constantFrom('all', 'any', 'none'), conditions, except: conditions },
  { requiredKeys: ['match', 'conditions'] },
);

/** At most so many filters are asked with one statement. */
const BATCH = 100;

it('a_filter_means_the_same_everywhere: PostgreSQL agrees with what filters promise, for any data', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ subject, filter }), { minLength: 1, maxLength: BATCH, size: 'max' }),
      async (drawn) => {
        const questions = drawn.flatMap(({ subject: event, filter: asked }) =>
          [asked, ...asked.conditions, ...(asked.except ?? [])].map((part) => ({
            subject: plain(event),
            asked: part,
          })),
        );
        const found = await answers(pool, questions);
        const wrong = questions.filter(
          ({ subject: event, asked }, index) =>
            found[index] !== ('match' in asked ? matches(event, asked) : holds(event, asked)),
        );
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

/** An event as intake leaves it. */
function plain(event: object): Subject {
  return toPlainJson(event) as JsonObject & Subject;
}
