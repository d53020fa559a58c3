import ipaddr from 'ipaddr.js';

/** What one customer of a network gets at the least: whoever has one address of it has 2^64. */
const IPV6_PREFIX_BYTES = 8;

/**
 * The address that requests are counted by: IPv4 as it is, also when it comes mapped into IPv6, and of IPv6 the
 * first 64 bits. Whatever is no address, as a proxy may tell, counts as one: fails closed.
 */
export function countedAddress(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'no address';
  const address = ipaddr.process(ip);
  if (address instanceof ipaddr.IPv4) return address.toString();
  const prefix = address.toByteArray().slice(0, IPV6_PREFIX_BYTES);
  return `${Buffer.from(prefix).toString('hex')}/64`;
}
