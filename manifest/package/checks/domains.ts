import { isIP } from 'node:net';
import { MANIFEST_FILE } from '../app-manifest.ts';
import { pagesOf } from './addresses.ts';
import type { PackageProblem, Subject } from './problem.ts';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
/** A host name whose first label may be a star. */
const DOMAIN = new RegExp(`^(\\*|${LABEL})(\\.${LABEL})+$`, 'i');

/** Services that lend addresses to anybody, for the time of a test. */
const TUNNELS = [
  'devtunnels.ms',
  'loca.lt',
  'localhost.run',
  'ngrok.app',
  'ngrok.dev',
  'ngrok.io',
  'ngrok-free.app',
  'ngrok-free.dev',
  'serveo.net',
  'trycloudflare.com',
  'tunnelmole.net',
];

/** Teams opens pages of these hosts alone, and hands them tokens. */
export function checkDomains({ manifest }: Subject): PackageProblem[] {
  const { validDomains = [] } = manifest;
  return validDomains.flatMap((domain, index): PackageProblem[] => {
    const complaint = (
      reason: string,
      cure: string,
      stops: PackageProblem['stops'] = 'installing',
    ): PackageProblem[] => [{ file: MANIFEST_FILE, field: `validDomains.${index}`, reason, cure, stops }];
    if (/[:/]/.test(domain))
      return complaint(
        `“${domain}” is more than a host.`,
        'Write the host name alone: no scheme, port or path.',
      );
    if (isIP(domain) !== 0) return complaint('It is an IP address.', 'Give the server a host name.');
    if (!DOMAIN.test(domain))
      return complaint(
        `“${domain}” is no host name.`,
        'Write a whole host name; a star may stand for its first label.',
      );
    if (domain.startsWith('*.') && domain.split('.').length < 3)
      return complaint('It takes in a whole top-level domain.', 'Name your own domain.');
    const tunnel = TUNNELS.find((name) => domain.toLowerCase() === name || domain.endsWith(`.${name}`));
    if (tunnel === undefined) return [];
    if (domain.startsWith('*.'))
      return complaint(`Anybody can have an address below ${tunnel}.`, 'Name the host of your tunnel alone.');
    return complaint(
      `It is a tunnel’s address.`,
      'Set PUBLIC_URL to a host of your own before you publish.',
      'publishing',
    );
  });
}

/** A page whose host is not listed stays blank in Teams. */
export function checkCoveredHosts(subject: Subject): PackageProblem[] {
  const { validDomains = [] } = subject.manifest;
  const hosts = new Set(pagesOf(subject).flatMap(({ url }) => URL.parse(url)?.hostname ?? []));
  return [...hosts]
    .filter((host) => !validDomains.some((domain) => covers(domain, host)))
    .map((host) => ({
      file: MANIFEST_FILE,
      field: 'validDomains',
      reason: `${host}, the host of our pages, is not among them.`,
      cure: `Add ${host}.`,
      stops: 'installing',
    }));
}

/** A star stands for exactly one label. */
function covers(domain: string, host: string): boolean {
  const [first = '', ...rest] = host.split('.');
  const wanted = domain.toLowerCase();
  return wanted === host || (first !== '' && wanted === `*.${rest.join('.')}`);
}
