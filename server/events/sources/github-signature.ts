import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header `X-Hub-Signature-256`. The older `X-Hub-Signature` with SHA-1 is not taken. */
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether GitHub signed exactly these bytes with one of the secrets; two are valid while one replaces the
 * other. Every secret is tried and compared in constant time. Fails closed: without a secret, a signature
 * or the right form it is `false`.
 */
export function verifyGithubSignature(
  secrets: readonly string[],
  rawBody: Buffer,
  header: string | undefined,
): boolean {
  const hex = SIGNATURE.exec(header ?? '')?.[1];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  let matches = false;
  for (const secret of secrets) {
    // An empty secret is a setting that was left out, and everybody could sign with it.
    if (secret === '') continue;
    const expected = createHmac('sha256', secret).update(rawBody).digest();
    if (timingSafeEqual(given, expected)) matches = true;
  }
  return matches;
}
