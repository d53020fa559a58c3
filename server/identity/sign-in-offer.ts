import { type Static, Type } from 'typebox';

/**
 * `GET /api/sign-in`: where a page signs somebody in whose host has no single sign-on. All of it is public:
 * the flow is that of a single-page application, with PKCE and without a secret.
 */
export const SignInOffer = Type.Object({
  /** Addresses; in the sandbox, paths on this server. */
  authorizeUrl: Type.String(),
  tokenUrl: Type.String(),
  clientId: Type.String(),
  /** Separated by spaces, as OAuth wants them. */
  scope: Type.String(),
});
export type SignInOffer = Static<typeof SignInOffer>;
