import { describe, expect, it } from 'vitest';
import { HostError, toHostError } from '../../../web/shared/host-error.ts';

describe('toHostError', () => {
  it.each([
    ['an Error', new Error('User declined'), 'refused', 'User declined'],
    ['a DOMException', new DOMException('Blocked', 'SecurityError'), 'refused', 'Blocked'],
    ['the SDK’s plain object for what the host does not know', { errorCode: 100 }, 'not-supported', ''],
    ['another plain object', { errorCode: 500 }, 'refused', 'errorCode 500'],
    ['a plain object with words', { errorCode: 500, message: 'Broken' }, 'refused', 'Broken'],
    ['a string', 'CancelledByUser', 'refused', 'CancelledByUser'],
    ['nothing', undefined, 'refused', ''],
  ])('reads %s', (_, thrown, code, message) => {
    expect(toHostError(thrown)).toMatchObject({ name: 'HostError', code, message });
  });

  it('leaves its own kind as it is', () => {
    const error = new HostError('no-answer');
    expect(toHostError(error)).toBe(error);
  });
});
