import { expect, it } from 'vitest';
import { countedAddress } from '../../../server/plugins/counted-address.ts';

it.each([
  ['IPv4', '198.51.100.1', '198.51.100.1'],
  ['IPv4 in IPv6', '198.51.100.1', '::ffff:198.51.100.1'],
  ['IPv4 in IPv6, in words', '198.51.100.1', '::ffff:c633:6401'],
  ['two of one network', '2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
  ['two ways to write one', '2001:db8::1', '2001:0DB8:0:0::0001'],
  ['one with a zone', 'fe80::1', 'fe80::1%eth0'],
  ['two that are none', 'x', '<script>'],
])('counts as the same: %s', (_what, one, other) => {
  expect(countedAddress(one)).toBe(countedAddress(other));
});

it('counts every network for itself', () => {
  const addresses = ['198.51.100.1', '198.51.100.2', '2001:db8:1:2::1', '2001:db8:1:3::1', '::1', 'x'];
  expect(new Set(addresses.map(countedAddress)).size).toBe(addresses.length);
});
