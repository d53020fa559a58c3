import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isListedHost } from './listed-host.ts';
import { isPublicAddress } from './public-address.ts';

/** Finds all addresses of a host name. Rejects when there are none. */
type Resolver = (hostname: string) => Promise<readonly string[]>;

export interface GuardOptions {
  /** Hosts that webhooks may have, with all below them; left out: any. */
  hosts?: readonly string[];
  resolve?: Resolver;
  /** Which addresses may be connected to: those of the public internet, unless others are said. */
  permits?: (address: string) => boolean;
}

/** Time for name resolution, TCP and TLS together. */
const CONNECT_TIMEOUT_MS = 10_000;

/** The `code` of the error when a host has an address that is not permitted. */
export const ADDRESS_REFUSED = 'ADDRESS_REFUSED';

/** The `code` of the error when the host, or the way to it, is none that webhooks may have. */
export const HOST_REFUSED = 'HOST_REFUSED';

/**
 * Opens connections to allowed hosts only, by https on its own port, and to their public addresses.
 *
 * What was allowed when it was stored is looked at again: lists change, and rows can be brought in by hand. The name is resolved once, every address is checked, and the socket connects to the addresses that were
 * checked: a name that changes its mind in between (DNS rebinding) gains nothing. One address that is not
 * permitted refuses them all. The certificate is checked against the name. Fails closed.
 */
export function guardedConnect({
  hosts,
  resolve = resolveWithSystem,
  permits = isPublicAddress,
}: GuardOptions = {}): buildConnector.connector {
  const connect = buildConnector({
    // HTTP/1.1 alone: one post at a time on a connection, so that one slow answer delays no other.
    allowH2: false,
    // Asks the look-up for all addresses at once and tries them in turn.
    autoSelectFamily: true,
    lookup: checkedLookup(resolve, permits),
    timeout: CONNECT_TIMEOUT_MS,
  });
  return (options, callback) => {
    // For an address the socket would skip the look-up, and with it the check.
    if (isIP(options.hostname) !== 0) callback(refusal(), null);
    else if (hosts && !isWebhookHost(options, hosts)) callback(hostRefusal(), null);
    else connect(options, callback);
  };
}

function isWebhookHost(
  { protocol, hostname, port }: buildConnector.Options,
  hosts: readonly string[],
): boolean {
  return protocol === 'https:' && (port === '' || port === '443') && isListedHost(hostname, hosts);
}

function checkedLookup(resolve: Resolver, permits: (address: string) => boolean): LookupFunction {
  return (hostname, _options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const isPermitted = addresses.length > 0 && addresses.every(permits);
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (isPermitted) callback(null, found);
        else callback(refusal(), []);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

/** The system's own way, with its hosts file and its order of IPv4 and IPv6. */
async function resolveWithSystem(hostname: string): Promise<string[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
}

function refusal(): NodeJS.ErrnoException {
  return Object.assign(new Error('The host has an address outside the public internet'), {
    code: ADDRESS_REFUSED,
  });
}

function hostRefusal(): NodeJS.ErrnoException {
  return Object.assign(new Error('The host is none that webhooks may have'), { code: HOST_REFUSED });
}
