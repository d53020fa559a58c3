import { describe, expect, it } from 'vitest';
import { isFromThisMachine } from '../../../server/plugins/metrics.ts';

describe('a scraper on this machine', () => {
  it.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1'])('comes from %s', (address) => {
    expect(isFromThisMachine(address, {})).toBe(true);
  });

  it.each(['10.0.0.1', '192.168.1.1', '203.0.113.7', '::ffff:10.0.0.1', '1127.0.0.1', '', undefined])(
    'does not come from %s',
    (address) => {
      expect(isFromThisMachine(address, {})).toBe(false);
    },
  );

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])(
    'is not one whom a proxy here hands on with %s',
    (name) => {
      expect(isFromThisMachine('127.0.0.1', { [name]: '' })).toBe(false);
    },
  );
});
