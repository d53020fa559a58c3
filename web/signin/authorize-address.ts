import type { SignInOffer } from '../../server/identity/sign-in-offer.ts';
import { REDIRECT_PATH } from '../shared/redirect-path.ts';

/** What the page that wants somebody signed in says in this window's address. Nothing in it is secret. */
export interface SignInStart {
  state: string;
  nonce: string;
  challenge: string;
  /** `select_account`, to let the person pick. */
  prompt?: string;
}

/** Reads an address; nothing when the window was not opened to sign somebody in. */
export function readStart(query: URLSearchParams): SignInStart | undefined {
  const state = query.get('state');
  const nonce = query.get('nonce');
  const challenge = query.get('challenge');
  if (state === null || nonce === null || challenge === null) return undefined;
  return query.get('prompt') === 'select_account'
    ? { state, nonce, challenge, prompt: 'select_account' }
    : { state, nonce, challenge };
}

/**
 * Where the person signs in. The answer comes back behind the `#` of our own address, so that the code reaches
 * no server's log.
 */
export function authorizeAddress(offer: SignInOffer, start: SignInStart, origin: string): string {
  const address = new URL(offer.authorizeUrl, origin);
  const { state, nonce, challenge, prompt } = start;
  address.search = new URLSearchParams({
    client_id: offer.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: `${origin}${REDIRECT_PATH}`,
    scope: offer.scope,
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(prompt !== undefined && { prompt }),
  }).toString();
  return address.href;
}
