/** The value of ACTION_URL. Throws words for the operator, without the value: the address may hold a secret. */
export function parseActionUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Error('must be an address such as https://tasks.example.com/actions, without a user name.');
  }
  return url.href;
}

/** One of ACTION_SECRET, as Standard Webhooks wants them: 24 to 64 bytes. Throws as above. */
export function parseActionSecret(value: string): string {
  const base64 = value.replace(/^whsec_/, '');
  const bytes = Buffer.from(base64, 'base64');
  if (/^[\w+/-]+={0,2}$/.test(base64) && bytes.length >= 24 && bytes.length <= 64) return value;
  throw new Error(
    'must hold "whsec_" and 24 to 64 bytes in base64 (echo whsec_$(openssl rand -base64 32)), separated by commas.',
  );
}
