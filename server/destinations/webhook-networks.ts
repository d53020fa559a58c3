import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.ts';

/** What a network of one's own can have; nothing else can be opened, least of all this machine. */
const OPENABLE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

/** Where clouds answer their virtual machines, within those networks: it hands out credentials. */
const CLOUD_METADATA = ['100.100.100.200', 'fd00:ec2::254', 'fd20:ce::254'];

type Network = [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** The value of WEBHOOK_NETWORKS. Throws words for the operator. */
export function parseWebhookNetworks(value: string): string[] {
  const entries = value.split(',').map((entry) => entry.trim());
  return entries.map((entry) => {
    if (!isPlainAddress(entry.split('/')[0] ?? '') || !ipaddr.isValidCIDR(entry)) {
      throw new Error(`must hold networks such as 10.20.0.0/16, separated by commas; "${entry}" is none.`);
    }
    const network = ipaddr.parseCIDR(entry);
    if (firstOf(network) !== network[0].toString()) {
      throw new Error(`must hold networks by their first address; "${entry}" begins at ${firstOf(network)}.`);
    }
    if (!OPENABLE.some((open) => isWithin(network, ipaddr.parseCIDR(open)))) {
      throw new Error(`can open parts of ${OPENABLE.join(', ')} and nothing else; "${entry}" is none.`);
    }
    return entry;
  });
}

/**
 * Which addresses a webhook's host may have: those of the public internet, and those of networks that the operator
 * opened because they lead Microsoft's names there. IPv4 mapped into IPv6 counts as IPv4. Fails closed.
 */
export function permittedAddresses(networks: readonly string[]): (address: string) => boolean {
  const opened = networks.map((network) => ipaddr.parseCIDR(network));
  const closed = CLOUD_METADATA.map((address) => ipaddr.parse(address).toString());
  return (text) => {
    if (isPublicAddress(text)) return true;
    if (!isPlainAddress(text)) return false;
    const address = ipaddr.process(text);
    return opened.some((network) => isIn(address, network)) && !closed.includes(address.toString());
  };
}

/** `ipaddr.js` also reads octal, hexadecimal and short forms. A zone is of the link, which is never opened. */
function isPlainAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%');
}

function firstOf([address, bits]: Network): string {
  return address instanceof ipaddr.IPv4
    ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`).toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`).toString();
}

function isWithin([address, bits]: Network, wider: Network): boolean {
  return bits >= wider[1] && isIn(address, wider);
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, network: Network): boolean {
  return address.kind() === network[0].kind() && address.match(network);
}
