import type { Settings } from '../settings.ts';
import { LOGIN_HOSTS } from './entra.ts';
import type { SignInOffer } from './sign-in-offer.ts';

/** Entra's addresses, and the scope whose token `createTokenVerifier` takes. */
export function entraOffer(
  { clientId, tenants, cloud }: NonNullable<Settings['entra']>,
  publicUrl: string,
): SignInOffer {
  // A registration for one organisation is refused at the address for all of them.
  const [first] = tenants;
  const authority = first !== undefined && tenants.length === 1 ? first : 'organizations';
  const base = `https://${LOGIN_HOSTS[cloud]}/${authority}/oauth2/v2.0`;
  return {
    authorizeUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    clientId,
    scope: `openid profile api://${new URL(publicUrl).host}/${clientId}/access_as_user`,
  };
}

/** The origin that a page fetches its token from, unless it is the page's own. */
export function tokenOrigin({ tokenUrl }: SignInOffer): string | undefined {
  return URL.parse(tokenUrl)?.origin;
}
