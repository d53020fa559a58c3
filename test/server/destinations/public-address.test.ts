import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../server/destinations/public-address.ts';

/** First and last address of every IPv4 range that is not the public internet. */
const CLOSED_IPV4 = [
  ['this network', '0.0.0.0', '0.255.255.255'],
  ['private 10/8', '10.0.0.0', '10.255.255.255'],
  ['carrier-grade NAT', '100.64.0.0', '100.127.255.255'],
  ['loopback', '127.0.0.0', '127.255.255.255'],
  ['link-local, cloud metadata', '169.254.0.0', '169.254.255.255'],
  ['private 172.16/12', '172.16.0.0', '172.31.255.255'],
  ['protocol assignments', '192.0.0.0', '192.0.0.255'],
  ['documentation 1', '192.0.2.0', '192.0.2.255'],
  ['6to4 relays', '192.88.99.0', '192.88.99.255'],
  ['private 192.168/16', '192.168.0.0', '192.168.255.255'],
  ['benchmarks', '198.18.0.0', '198.19.255.255'],
  ['documentation 2', '198.51.100.0', '198.51.100.255'],
  ['documentation 3', '203.0.113.0', '203.0.113.255'],
  ['multicast', '224.0.0.0', '239.255.255.255'],
  ['reserved and broadcast', '240.0.0.0', '255.255.255.255'],
  ["Azure's host agent", '168.63.129.16', '168.63.129.16'],
] as const;

const OPEN_IPV4 = [
  '1.1.1.1',
  '9.255.255.255',
  '52.112.0.1',
  '100.63.255.255',
  '100.128.0.0',
  '172.32.0.0',
  '192.167.255.255',
  '168.63.129.15',
  '223.255.255.255',
];

describe.each(CLOSED_IPV4)('%s', (_what, first, last) => {
  it.each([first, last])('%s is not public, in no form', (address) => {
    const hex = address
      .split('.')
      .map((octet) => Number(octet).toString(16).padStart(2, '0'))
      .join('');
    const words = `${hex.slice(0, 4)}:${hex.slice(4)}`;
    const forms = [
      address,
      `::ffff:${address}`,
      `::ffff:${words}`,
      `0:0:0:0:0:FFFF:${words}`,
      `64:ff9b::${address}`,
      `64:ff9b::${words}`,
      `64:ff9b:1::${words}`,
      `2002:${words}::1`,
      `2001:0:${words}::1`,
      `::${words}`,
      `::ffff:0:${words}`,
    ];
    expect(forms.filter(isPublicAddress)).toEqual([]);
  });
});

describe('IPv6 outside the public internet', () => {
  it.each([
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback, written out', '0:0:0:0:0:0:0:1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['unique-local', 'fc00::1'],
    ['unique-local, cloud metadata', 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['discard', '100::1'],
    ['documentation', '2001:db8::1'],
    ['documentation, newer', '3fff::1'],
    ['benchmarks', '2001:2::1'],
    ['ORCHID', '2001:20::1'],
    ['Teredo', '2001::1'],
    ['6to4 of a public address', '2002:101:101::1'],
    ['segment routing', '5f00::1'],
    ['not yet given out', '4000::1'],
  ])('%s: %s is not public', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('the public internet', () => {
  it.each([...OPEN_IPV4, '2606:4700::1111', '2a01:111:2000::1', '2620:1ec:c::10', '2603:1063::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each(OPEN_IPV4)('%s is public behind NAT64 and mapped, too', (address) => {
    expect(isPublicAddress(`64:ff9b::${address}`)).toBe(true);
    expect(isPublicAddress(`::ffff:${address}`)).toBe(true);
  });
});

describe('what no resolver gives', () => {
  it.each([
    '',
    'localhost',
    '1.1.1',
    '16843009',
    '0x01010101',
    '01.1.1.1',
    '1.1.1.1.',
    ' 1.1.1.1',
    '1.1.1.1:443',
    '[2606:4700::1111]',
    '1.1.1.256',
    '１.1.1.1',
  ])('"%s" is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('any text whatever gives an answer, and only addresses are public', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.ipV4Extended(), fc.ipV6()), (text) => {
        if (isPublicAddress(text)) expect(text).toMatch(/^[0-9a-f.:]+$/i);
      }),
    );
  });
});

it('an address in IPv6 is judged as the IPv4 address in it', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublicAddress(address));
    }),
  );
});
