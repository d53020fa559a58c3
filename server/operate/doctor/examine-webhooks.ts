import { permittedAddresses } from '../../destinations/webhook-networks.ts';
import type { Settings } from '../../settings.ts';
import type { Finding } from './finding.ts';
import { judgeWebhookHost, judgeWebhooks, type WebhookHost } from './judge/webhooks.ts';
import { attempt, type World } from './world.ts';

/** Reaches for every host of WEBHOOK_HOSTS, and for those that channels use. Nothing is sent. */
export async function examineWebhooks(
  { webhookHosts, webhookNetworks }: Pick<Settings, 'webhookHosts' | 'webhookNetworks'>,
  used: readonly string[],
  world: World,
): Promise<Finding[]> {
  const permits = permittedAddresses(webhookNetworks);
  const reached = await Promise.all(
    [...new Set([...used, ...webhookHosts])].map(async (host): Promise<WebhookHost> => {
      const addresses = await attempt(() => world.resolve(host));
      const isFound = 'value' in addresses && addresses.value.every(permits);
      const handshake = isFound ? await attempt(() => world.handshake(host, 443)) : undefined;
      return { host, addresses, handshake };
    }),
  );
  return judgeWebhooks(reached.map((host) => judgeWebhookHost(host, permits)));
}
