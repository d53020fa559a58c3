import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../server/destinations/public-address.ts';
import { parseWebhookNetworks, permittedAddresses } from '../../../server/destinations/webhook-networks.ts';

describe('networks that can be opened', () => {
  it.each([
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['10.20.0.0/16, fd12:3456:789a::/48', ['10.20.0.0/16', 'fd12:3456:789a::/48']],
    ['192.168.7.9/32', ['192.168.7.9/32']],
    ['100.64.0.0/10', ['100.64.0.0/10']],
  ])('are those of private addresses: %s', (value, networks) => {
    expect(parseWebhookNetworks(value)).toEqual(networks);
  });

  it.each([
    ['everything', '0.0.0.0/0'],
    ['everything in IPv6', '::/0'],
    ['more than is private', '10.0.0.0/7'],
    ['this machine', '127.0.0.0/8'],
    ['this machine in IPv6', '::1/128'],
    ['the link, with the metadata of clouds', '169.254.169.254/32'],
    ['the link in IPv6', 'fe80::/10'],
    ['IPv4 in IPv6', '::ffff:10.0.0.0/104'],
    ['NAT64', '64:ff9b:1::/48'],
    ['the host agent of Azure', '168.63.129.16/32'],
    ['public addresses, which need no opening', '52.112.0.0/14'],
    ['an address without its length', '10.0.0.1'],
    ['an address within its network', '10.0.0.1/8'],
    ['a length that is none', '10.0.0.0/33'],
    ['an odd way to write', '0x0a.0.0.0/8'],
    ['a name', 'localhost/8'],
    ['an entry that is empty', '10.0.0.0/8,'],
  ])('are not %s: %s', (_what, value) => {
    expect(() => parseWebhookNetworks(value)).toThrow(/^(must hold|can open)/);
  });
});

describe('addresses that may be connected to', () => {
  const permits = permittedAddresses(['10.20.0.0/16', '100.64.0.0/10', 'fd00::/8']);

  it.each(['52.112.0.1', '10.20.0.1', '::ffff:10.20.0.1', '100.64.0.1', 'fd12::1'])('are %s', (address) => {
    expect(permits(address)).toBe(true);
  });

  it.each([
    '10.21.0.1',
    '10.19.255.255',
    '192.168.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '64:ff9b::10.20.0.1',
    '2002:0a14:1::1',
    'fe80::1',
    'fd12::1%eth0',
    '0x0a.20.0.1',
    '10.20.1',
    '169082881',
    '',
  ])('are not "%s"', (address) => {
    expect(permits(address)).toBe(false);
  });

  it.each(['100.100.100.200', 'fd00:ec2::254', 'fd00:0ec2:0::0254', 'fd20:ce::254'])(
    'are never where clouds hand out credentials, though its network is opened: %s',
    (address) => {
      expect(permits(address)).toBe(false);
    },
  );

  it('are the public ones alone when no network is opened', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended()), (address) => {
        expect(permittedAddresses([])(address)).toBe(isPublicAddress(address));
      }),
    );
  });
});
