import { isPublicAddress } from '../../../destinations/public-address.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { Handshake, Tried } from '../world.ts';

const DAY_MS = 24 * 3_600_000;
/** Renewals run a month ahead; what is nearer has failed. */
const RENEWED_BEFORE_DAYS = 14;

const finding = findingsOf('address');

/** Whether Teams' browsers could reach this address. */
export function judgeAddress(publicUrl: string, addresses: Tried<string[]>): Finding[] {
  const { protocol, hostname } = new URL(publicUrl);
  const scheme =
    protocol === 'https:'
      ? finding('ok', 'PUBLIC_URL is https', publicUrl)
      : finding(
          'failed',
          'PUBLIC_URL is https',
          publicUrl,
          'Teams opens https alone. Set PUBLIC_URL to the https address of this server.',
        );
  const check = `${hostname} is public`;
  if ('error' in addresses)
    return [scheme, finding('failed', check, addresses.error, 'Make a DNS entry for it.')];
  const inside = addresses.value.filter((address) => !isPublicAddress(address));
  if (inside.length === 0) return [scheme, finding('ok', check, addresses.value.join(', '))];
  return [
    scheme,
    finding(
      hostname === 'localhost' ? 'failed' : 'warning',
      check,
      `It leads to ${inside.join(', ')} from here.`,
      'People outside this network cannot open it. That is right only where nobody is.',
    ),
  ];
}

/** Whether browsers trust the certificate, and for how long. */
export function judgeCertificate(handshake: Tried<Handshake>, now: Date): Finding[] {
  const check = 'Certificate';
  if ('error' in handshake)
    return [finding('failed', check, handshake.error, 'Let a proxy answer https there.')];
  const { refused, validTo, protocol } = handshake.value;
  const days = Math.floor((validTo.getTime() - now.getTime()) / DAY_MS);
  const until = `until ${validTo.toISOString().slice(0, 10)}`;
  const protocolFinding = /^TLSv1\.[23]$/.test(protocol)
    ? finding('ok', 'TLS 1.2 or newer', protocol)
    : finding('failed', 'TLS 1.2 or newer', protocol, 'Turn older versions off in the proxy.');
  if (refused !== undefined)
    return [
      finding(
        'failed',
        check,
        `${refused}, ${until}`,
        'Take one of an authority that browsers trust, with the whole chain.',
      ),
      protocolFinding,
    ];
  if (days < RENEWED_BEFORE_DAYS)
    return [
      finding('warning', check, `${until}: ${days} days`, 'See why it was not renewed.'),
      protocolFinding,
    ];
  return [finding('ok', check, until), protocolFinding];
}
