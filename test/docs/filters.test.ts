import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { FILTER_LIMITS } from '../../server/configurations/filter-limits.ts';
import { FilterSchema } from '../../server/configurations/filter-schema.ts';
import { LOOKBACK } from '../../server/lookback/limits.ts';
import { readPage } from './page.ts';

const page = readPage('filters.md');
const count = (number: number) => new Intl.NumberFormat('en').format(number);

it('shows a filter that the server takes', () => {
  const [example = ''] = page.blocks('json');
  expect(Value.Check(FilterSchema, JSON.parse(example))).toBe(true);
});

it('names every limit as it is', () => {
  for (const text of [
    `up to ${FILTER_LIMITS.values} texts`,
    `${FILTER_LIMITS.conditions} conditions and ${FILTER_LIMITS.conditions} exceptions`,
    `at most ${FILTER_LIMITS.valueLength} characters`,
    `in the last ${LOOKBACK.days} days`,
    `at most ${count(LOOKBACK.counted)} of each`,
    `the ${LOOKBACK.suggestions} most frequent`,
    `the newest ${count(LOOKBACK.tried)} events`,
    `the newest ${LOOKBACK.samples} of these`,
  ]) {
    expect(page.text).toContain(text);
  }
});
