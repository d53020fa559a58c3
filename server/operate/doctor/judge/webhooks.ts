import { type Finding, findingsOf } from '../finding.ts';
import type { Handshake, Tried } from '../world.ts';

/** What came of reaching for a host that webhooks have. */
export interface WebhookHost {
  host: string;
  addresses: Tried<string[]>;
  /** Undefined: nothing to shake hands with. */
  handshake: Tried<Handshake> | undefined;
}

/** Whether this machine could post to a host; `permits` is the guard's own rule. */
export function judgeWebhookHost(
  { host, addresses, handshake }: WebhookHost,
  permits: (address: string) => boolean,
): Finding {
  const finding = findingsOf('webhooks');
  if ('error' in addresses)
    // Of many names only those below them have an address.
    return finding('skipped', host, 'has no address of its own; names below it are found when they are used');
  const refused = addresses.value.filter((address) => !permits(address));
  if (refused.length > 0)
    return finding(
      'failed',
      host,
      `leads to ${refused.join(', ')}, which is not posted to`,
      'If your network leads Microsoft’s names there on purpose, name it in WEBHOOK_NETWORKS.',
    );
  if (!handshake || 'error' in handshake)
    return finding(
      'failed',
      host,
      handshake?.error ?? 'was not reached',
      'Let this machine reach it, on port 443.',
    );
  if (handshake.value.refused !== undefined)
    return finding('failed', host, handshake.value.refused, 'Something on the way answers in its place.');
  return finding('ok', host, `reached over ${handshake.value.protocol}`);
}

/** When nothing at all was reached, the network is the reason. */
export function judgeWebhooks(findings: readonly Finding[]): Finding[] {
  const reached = findings.some(({ state }) => state === 'ok');
  const failed = findings.some(({ state }) => state === 'failed');
  if (reached || failed || findings.length === 0) return [...findings];
  return [
    findingsOf('webhooks')(
      'failed',
      'Hosts of webhooks',
      'none of them has an address from here',
      'Let this machine look names up, and reach the internet on port 443.',
    ),
  ];
}
