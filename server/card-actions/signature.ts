import { Webhook } from 'standardwebhooks';

/** What is sent, as Standard Webhooks 1.0.0 names its parts. */
export interface SignedMessage {
  /** The same however often it is sent. */
  id: string;
  /** When it is sent; a receiver refuses what is older than a few minutes. */
  at: Date;
  body: string;
}

/**
 * The headers by which a receiver knows who sent a body: one signature for each secret, so that a secret can be
 * changed without a gap. Secrets are base64, with `whsec_` before it or not.
 */
export function signatureHeaders(
  { id, at, body }: SignedMessage,
  secrets: readonly string[],
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
