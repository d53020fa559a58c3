import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, toPlainJson } from '../../../server/events/plain-json.ts';
import { EVENT_LIMITS } from '../../../server/events/schema.ts';

it('what JSON holds stays as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const parsed = JSON.parse(JSON.stringify(value).replaceAll('\\u0000', ''));
      expect(toPlainJson(parsed)).toEqual(parsed);
    }),
  );
});

it('NUL and half of a surrogate pair become a replacement, in values and in names', () => {
  expect(toPlainJson({ 'a\u0000b': ['c\u0000', '\ud83d', 'x\ude00y', '\ud83d\ude00'] })).toEqual({
    'a\ufffdb': ['c\ufffd', '\ufffd', 'x\ufffdy', '😀'],
  });
});

it('text_is_always_fit_for_the_database, and as long as before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text);
      expect(clean).not.toContain('\u0000');
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).toHaveLength(text.length);
    }),
  );
});

it('what JSON does not know becomes null', () => {
  expect(toPlainJson({ a: undefined, b: () => {}, c: Symbol('x') })).toEqual({ a: null, b: null, c: null });
});

it('a name that is special to objects is a name like others', () => {
  const plain = toPlainJson(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'));
  expect(Object.keys(plain ?? {})).toEqual(['__proto__', 'constructor']);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

it('nesting is taken to its limit and refused beyond', () => {
  const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  expect(() => toPlainJson(nested(EVENT_LIMITS.dataDepth + 1))).not.toThrow();
  expect(() => toPlainJson(nested(EVENT_LIMITS.dataDepth + 2))).toThrow('Nest data at most 32 levels deep.');
  expect(() => toPlainJson(nested(100_000))).toThrow('Nest data');
});
