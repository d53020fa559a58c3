import type { SignInOffer } from '../../server/identity/sign-in-offer.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';
import { SignInError } from './sign-in-error.ts';
import { withTimeout } from './time-out.ts';

const TOKEN_TIMEOUT_MS = 15_000;

/**
 * Redeems a one-time code for the token that our server takes. The token comes in an answer's body: it is in
 * no address. Fails with a `SignInError`.
 */
export async function redeemCode(
  code: string,
  { verifier, nonce }: SignInAttempt,
  { tokenUrl, clientId, scope }: SignInOffer,
  redirectUri: string,
): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope,
  });
  const asked = fetch(tokenUrl, { method: 'POST', body, credentials: 'omit' });
  const answer = await withTimeout(asked, TOKEN_TIMEOUT_MS, () => new SignInError('unreachable')).catch(
    () => {
      // Entra hides its answer from pages when the address is not registered for a single-page application.
      throw new SignInError('unreachable');
    },
  );
  const fields: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw new SignInError('failed', textAt(fields, 'error_description').split(/[\r\n]/)[0]);
  if (nonceOf(textAt(fields, 'id_token')) !== nonce) throw new SignInError('failed');
  const token = textAt(fields, 'access_token');
  if (token === '') throw new SignInError('failed');
  return token;
}

/** The id token came straight from the token endpoint, so its signature says nothing more (OpenID Connect Core 3.1.3.7). */
function nonceOf(idToken: string): string | undefined {
  try {
    const payload = idToken.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
    return textAt(JSON.parse(atob(payload)), 'nonce');
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, name: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof text === 'string' ? text : '';
}
