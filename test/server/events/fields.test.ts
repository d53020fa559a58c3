import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTrueAt,
  jsonObject,
  listAt,
  numberAt,
  textAt,
  textsAt,
  valueAt,
} from '../../../server/events/fields.ts';

const payload = { user: { login: ' octocat ', id: 1, bot: true, name: '   ' }, labels: [{ name: 'bug' }, 3] };

describe('the readers of foreign values', () => {
  it('find values of their type at the end of a path', () => {
    expect(textAt(payload, 'user', 'login')).toBe('octocat');
    expect(numberAt(payload, 'user', 'id')).toBe(1);
    expect(isTrueAt(payload, 'user', 'bot')).toBe(true);
    expect(textsAt(listAt(payload, 'labels'), 'name')).toEqual(['bug']);
    expect(textsAt(['a', 1, 'b'])).toEqual(['a', 'b']);
  });

  it('take values of another type for missing', () => {
    expect(textAt(payload, 'user', 'id')).toBeUndefined();
    expect(textAt(payload, 'user', 'name')).toBeUndefined();
    expect(numberAt(payload, 'user', 'login')).toBeUndefined();
    expect(numberAt({ size: Number.NaN }, 'size')).toBeUndefined();
    expect(isTrueAt({ draft: 'true' }, 'draft')).toBe(false);
    expect(listAt(payload, 'user')).toEqual([]);
    expect(textAt(payload, 'user', 'login', 'length')).toBeUndefined();
  });

  it('read nothing that is inherited', () => {
    expect(valueAt({}, 'constructor', 'name')).toBeUndefined();
    expect(valueAt({}, '__proto__')).toBeUndefined();
  });

  it('never_throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.string()), (value, path) => {
        expect(typeof (textAt(value, ...path) ?? '')).toBe('string');
        expect(Array.isArray(listAt(value, ...path))).toBe(true);
      }),
    );
  });
});

describe('jsonObject', () => {
  it('leaves out what is undefined and keeps what is false, zero or null', () => {
    expect(jsonObject({ a: undefined, b: false, c: 0, d: null })).toEqual({ b: false, c: 0, d: null });
  });
});
