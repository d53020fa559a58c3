/**
 * - `click-needed`: nobody is signed in, and only a click may open a window
 * - `blocked`: the browser opened no window
 * - `closed`: the window was closed before anybody had signed in
 * - `denied`: the person, or their administrator's rules, said no
 * - `unreachable`: no token came; also when the app registration does not let pages fetch one
 * - `failed`: anything else; `words` holds what was said about it
 */
export type SignInErrorCode = 'click-needed' | 'blocked' | 'closed' | 'denied' | 'unreachable' | 'failed';

/** Why somebody could not be signed in. `words` are those of the host or of Microsoft, in any language. */
export class SignInError extends Error {
  readonly code: SignInErrorCode;
  readonly words: string;

  constructor(code: SignInErrorCode, words = '') {
    super(code);
    this.name = 'SignInError';
    this.code = code;
    this.words = words;
  }
}
