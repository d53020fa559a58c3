import type { SignInOffer } from '../../server/identity/sign-in-offer.ts';
import { authenticate, canAuthenticate } from './host.ts';
import { HostError } from './host-error.ts';
import { redeemCode } from './redeem-code.ts';
import { REDIRECT_PATH } from './redirect-path.ts';
import { request } from './request.ts';
import { codeFrom, readAnswer, type SignInAnswer } from './sign-in-answer.ts';
import { drawAttempt, type SignInAttempt } from './sign-in-attempt.ts';
import { SignInError } from './sign-in-error.ts';
import { askInWindow } from './sign-in-window.ts';

export interface AskOptions {
  /** Lets the person pick another account than the one they are signed in with. */
  chooseAccount?: boolean;
  /** Gives the attempt up. */
  signal: AbortSignal;
  /** The window seems to be gone; the sign-in may still succeed. */
  onClosed(): void;
}

/**
 * Signs somebody in through a window: our page `/signin` leads to Entra and comes back with a one-time code,
 * which is worth nothing without the verifier that this page keeps. To be called from a click.
 */
export async function signInByPopUp(options: AskOptions): Promise<string> {
  const way = canAuthenticate() ? 'teams' : 'window';
  const attempt = await drawAttempt(way);
  const url = startAddress(attempt, options);
  // The window first: browsers open it only right after the click.
  const [answer, offer] = await Promise.all([
    way === 'teams' ? askTeams(url) : askInWindow(url, { ...options, state: attempt.state }),
    request('GET', '/api/sign-in'),
  ]);
  const code = codeFrom(answer, attempt.state);
  return redeemCode(code, attempt, offer as SignInOffer, `${window.location.origin}${REDIRECT_PATH}`);
}

function startAddress({ state, nonce, challenge }: SignInAttempt, { chooseAccount }: AskOptions): string {
  const query = new URLSearchParams({ state, nonce, challenge, locale: document.documentElement.lang });
  const theme = new URLSearchParams(window.location.search).get('theme');
  if (theme !== null) query.set('theme', theme);
  if (chooseAccount === true) query.set('prompt', 'select_account');
  return `${window.location.origin}${REDIRECT_PATH}?${query}`;
}

async function askTeams(url: string): Promise<SignInAnswer | undefined> {
  try {
    return readAnswer(await authenticate(url));
  } catch (error) {
    const words = error instanceof HostError ? error.message : '';
    if (/cancel/i.test(words)) throw new SignInError('closed');
    if (/FailedToOpenWindow/i.test(words)) throw new SignInError('blocked');
    throw new SignInError('failed', words);
  }
}
