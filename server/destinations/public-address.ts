import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All that is routed on the public IPv6 internet lies in here (IANA); `ipaddr.js` calls more `unicast`. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** RFC 6052: how an IPv6-only network with NAT64 reaches IPv4. The last 32 bits are the real target. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Azure's host agent answers virtual machines on this public-looking address. */
const AZURE_HOST_AGENT = '168.63.129.16';

/**
 * Whether an IP address belongs to the public internet. Private, loopback, link-local, unique-local,
 * multicast, carrier, documentation and reserved ranges do not, nor do tunnels that end anywhere (6to4,
 * Teredo, ISATAP). IPv4 inside IPv6 (mapped, NAT64) counts as the IPv4 address.
 *
 * Takes the text that a resolver gives; anything that is not plainly an address is not public: fails
 * closed. A network's own NAT64 prefix cannot be told from other addresses.
 */
export function isPublicAddress(address: string): boolean {
  // `ipaddr.js` also reads octal, hexadecimal and short forms, which no resolver gives.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv4 ? isPublicIpv4(parsed) : isPublicIpv6(parsed);
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_HOST_AGENT;
}

function isPublicIpv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIpv4(address.toIPv4Address());
  if (address.match(NAT64)) return isPublicIpv4(new ipaddr.IPv4(address.toByteArray().slice(-4)));
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast' && !isIsatap(address);
}

/** RFC 5214: within any network, these 32 bits before an IPv4 address lead to that address. */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [high = 0, low] = address.parts.slice(4, 6);
  return (high & 0xfdff) === 0 && low === 0x5efe;
}
