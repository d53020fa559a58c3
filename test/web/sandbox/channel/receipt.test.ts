import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDetail, readReceipt } from '../../../../web/sandbox/channel/receipt.ts';

it('adds up the channels of all events', () => {
  const events = [
    { id: 'a', channels: 2 },
    { id: 'b', channels: 1 },
  ];
  expect(readReceipt(JSON.stringify({ events }))).toEqual({ channels: 3 });
});

it('tells why an event was ignored', () => {
  expect(readReceipt('{"events":[],"ignored":"A ping."}')).toEqual({ channels: 0, ignored: 'A ping.' });
});

it('finds the words of a problem', () => {
  expect(readDetail('{"detail":"The key is not valid."}')).toBe('The key is not valid.');
});

it('any_body_is_read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(readReceipt(body).channels).toBeGreaterThanOrEqual(0);
      expect(typeof readDetail(body)).toBe('string');
    }),
  );
});
