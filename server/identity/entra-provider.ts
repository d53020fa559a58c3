import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';
import { createTokenVerifier, type SigningKeys, type VerifyToken } from './entra.ts';
import { entraOffer } from './entra-offer.ts';
import type { SignInOffer } from './sign-in-offer.ts';

/** Who people are: how their tokens are checked, and where they get one. */
export interface IdentityProvider {
  verifyToken: VerifyToken;
  /** Takes the tokens of people who press buttons on cards. */
  verifyActionToken: VerifyToken;
  signInOffer: SignInOffer;
}

/** Through Microsoft Entra, as the settings say; `keys` stand in for Microsoft's. */
export function entraProvider(
  { entra, publicUrl }: Settings,
  keys: SigningKeys | undefined,
): IdentityProvider {
  if (!entra) {
    throw new StartError(
      'Nobody could sign in: set ENTRA_CLIENT_ID and ENTRA_TENANTS, or turn the sandbox on.',
    );
  }
  return {
    verifyToken: createTokenVerifier({ ...entra, ...(keys && { keys }) }),
    verifyActionToken: createTokenVerifier({ ...entra, use: 'card-actions', ...(keys && { keys }) }),
    signInOffer: entraOffer(entra, publicUrl),
  };
}
