import { SignInError } from './sign-in-error.ts';

/** What the window `/signin` came back with, as Entra wrote it behind the `#`: `code=…&state=…`. */
export interface SignInAnswer {
  state: string;
  /** Absent when it went wrong. */
  code?: string;
  error?: string;
  /** Microsoft's words about the error. */
  words?: string;
}

/** Carries answers between windows of this very origin; browsers let no other listen. */
export const ANSWER_CHANNEL = 'cardwire-sign-in';

/** Reads an answer; nothing when it is none. */
export function readAnswer(text: string): SignInAnswer | undefined {
  const fields = new URLSearchParams(text);
  const state = fields.get('state');
  const code = fields.get('code');
  const error = fields.get('error');
  if (state === null || (code === null && error === null)) return undefined;
  if (error === null) return { state, code: code ?? '' };
  return { state, error, words: fields.get('error_description')?.split(/[\r\n]/)[0] ?? error };
}

/** The code of an answer; fails with a `SignInError` when there is none, or it answers another question. */
export function codeFrom(answer: SignInAnswer | undefined, state: string): string {
  if (answer === undefined || answer.state !== state) throw new SignInError('failed');
  if (answer.code !== undefined) return answer.code;
  const denied = /^(access_denied|consent_required|interaction_required|login_required)$/.test(
    answer.error ?? '',
  );
  throw new SignInError(denied ? 'denied' : 'failed', answer.words);
}
