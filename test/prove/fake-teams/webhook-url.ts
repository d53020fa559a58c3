import type { DestinationKind } from '../../../server/destinations/destination.ts';

/** Which channel a webhook belongs to. Every new address of the same channel has the next generation. */
export interface WebhookId {
  kind: DestinationKind;
  channel: number;
  generation: number;
}

const SIGNATURE = 'proof-proof-proof-proof-proof-proof-proof-p';
const SOMEBODY = '00000000-0000-4000-8000-000000000000';

/** An address in the form of Microsoft's own; the fake knows the channel by it. */
export function webhookUrl({ kind, channel, generation }: WebhookId, tenantId: string): string {
  const id = hex(generation, 4) + hex(channel, 28);
  if (kind === 'connector') {
    return `https://proof.webhook.office.com/webhookb2/${SOMEBODY}@${tenantId}/IncomingWebhook/${id}/${SOMEBODY}`;
  }
  const query = `api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${SIGNATURE}`;
  return `https://proof.00.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/${id}/triggers/manual/paths/invoke?${query}`;
}

/** Undefined for every path that is no webhook's. */
export function readWebhookPath(path: string): WebhookId | undefined {
  const id = /\/([0-9a-f]{32})(?=\/)/.exec(path)?.[1];
  if (id === undefined) return undefined;
  return {
    kind: path.startsWith('/webhookb2/') ? 'connector' : 'workflow',
    generation: Number.parseInt(id.slice(0, 4), 16),
    channel: Number.parseInt(id.slice(4), 16),
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
