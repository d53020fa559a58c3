import { isInHost, readToken } from './host.ts';
import { HostError } from './host-error.ts';
import type { AskOptions } from './pop-up-sign-in.ts';
import { SignInError } from './sign-in-error.ts';

/** How a page gets the token that names its user to our server. */
export interface TokenSource {
  /** Without showing anything; another than the server `refused`. */
  silent(refused?: string): Promise<string>;
  /** Asks the user; to be called from a click. */
  ask(options: AskOptions): Promise<string>;
}

/** A host's words for "I need the user for this". */
const NEEDS_USER = /consent|interaction|login_required|invalid_grant|mfa|cancel/i;

/**
 * First the host's single sign-on, silently. A click then lets the host ask, when it said that it only needs
 * its user; in all other cases, and when the host's asking did not help, it opens a window of our own.
 * Connector dialogs and plain browsers have no single sign-on; in a browser, the pages of a tab share one sign-in.
 */
export function createTokenSource(): TokenSource {
  let hostCanAsk = false;
  const fromHost = async (how: 'silent' | 'interactive') => {
    try {
      return await readToken(how);
    } catch (error) {
      const words = error instanceof HostError && error.code === 'refused' ? error.message : '';
      hostCanAsk = how === 'silent' ? NEEDS_USER.test(words) : /cancel/i.test(words);
      throw new SignInError(how === 'silent' ? 'click-needed' : 'denied', words);
    }
  };
  return {
    async silent(refused) {
      if (isInHost()) return fromHost('silent');
      const { keptToken } = await import('./kept-token.ts');
      const kept = keptToken(refused);
      if (kept === undefined) throw new SignInError('click-needed');
      return kept;
    },
    async ask(options) {
      if (hostCanAsk && options.chooseAccount !== true) return fromHost('interactive');
      const { signInByPopUp } = await import('./pop-up-sign-in.ts');
      const token = await signInByPopUp(options);
      if (!isInHost()) (await import('./kept-token.ts')).keepToken(token);
      return token;
    },
  };
}
