import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { FILTER_LIMITS } from '../../../server/configurations/filter-limits.ts';
import { FilterSchema } from '../../../server/configurations/filter-schema.ts';

const accepts = (...conditions: unknown[]) => Value.Check(FilterSchema, { match: 'all', conditions });
const is = (change: object) => ({ field: 'branch', operator: 'is', value: 'main', ...change });

describe('the schema of filters', () => {
  it.each([
    { field: 'branch', operator: 'is', value: 'main' },
    { field: 'actor.bot', operator: 'is not', value: true },
    { field: 'run_attempt', operator: 'is', value: -1.5 },
    { field: 'title', operator: 'contains', value: '😀 "quoted" \\ (a|b) É' },
    { field: '@type', operator: 'starts with', value: 'github.' },
    { field: 'x-y.z_1', operator: 'one of', value: ['a', 'b'] },
    { field: 'count', operator: 'above', value: 0 },
    { field: 'count', operator: 'below', value: 1e300 },
  ])('takes $field $operator $value', (condition) => {
    expect(accepts(condition)).toBe(true);
  });

  it('takes a filter without conditions', () => {
    expect(accepts()).toBe(true);
  });

  it.each([
    ['an operator that is not known', is({ operator: 'matches' })],
    ['a number for "contains"', { field: 'a', operator: 'contains', value: 1 }],
    ['a text for "above"', { field: 'a', operator: 'above', value: '1' }],
    ['a list for "is"', is({ value: ['main'] })],
    ['one text for "one of"', { field: 'a', operator: 'one of', value: 'main' }],
    ['a list of numbers', { field: 'a', operator: 'one of', value: [1] }],
    ['an empty list', { field: 'a', operator: 'one of', value: [] }],
    ['no value', { field: 'a', operator: 'is' }],
    ['an empty value', is({ value: '' })],
    ['a line break in a value', is({ value: 'a\nb' })],
    ['NUL in a value', is({ value: 'a\u0000' })],
    ['half of a surrogate pair', is({ value: '\ud83d' })],
    ['an object for a value', is({ value: { a: 1 } })],
    ['what is not a number', { field: 'a', operator: 'above', value: Number.NaN }],
    ['no field', is({ field: '' })],
    ['a field with an empty key', is({ field: 'a..b' })],
    ['a field that ends in a dot', is({ field: 'a.' })],
    ['a field with other signs', is({ field: 'a"b' })],
    ['a further property', is({ flags: 'i' })],
  ])('refuses %s', (_, condition) => {
    expect(accepts(condition)).toBe(false);
  });

  it('refuses an unknown way to match', () => {
    expect(Value.Check(FilterSchema, { match: 'some', conditions: [] })).toBe(false);
  });

  it('takes what its limits allow, and nothing more', () => {
    const { conditions, fieldLength, valueLength, values } = FILTER_LIMITS;
    const oneOf = (length: number) => ({ field: 'a', operator: 'one of', value: Array(length).fill('b') });
    expect(accepts(...Array(conditions).fill(is({})))).toBe(true);
    expect(accepts(...Array(conditions + 1).fill(is({})))).toBe(false);
    expect(accepts(is({ field: 'a'.repeat(fieldLength) }))).toBe(true);
    expect(accepts(is({ field: 'a'.repeat(fieldLength + 1) }))).toBe(false);
    expect(accepts(is({ value: 'a'.repeat(valueLength) }))).toBe(true);
    expect(accepts(is({ value: 'a'.repeat(valueLength + 1) }))).toBe(false);
    expect(accepts(oneOf(values))).toBe(true);
    expect(accepts(oneOf(values + 1))).toBe(false);
  });
});
