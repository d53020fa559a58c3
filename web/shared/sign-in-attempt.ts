/** The secrets of one attempt to sign in. They stay in the page that made them. */
export interface SignInAttempt {
  /** Comes back with the answer: whatever has another is not for this attempt. */
  state: string;
  /** Comes back inside the id token. */
  nonce: string;
  /** Proves at the token endpoint that the code was asked for here (PKCE). */
  verifier: string;
  /** SHA-256 of the verifier: the only part of it that travels with the question. */
  challenge: string;
}

/** How the answer gets back to the page: through Teams, or straight from window to window. */
export type AnswerWay = 'teams' | 'window';

export async function drawAttempt(way: AnswerWay): Promise<SignInAttempt> {
  const verifier = draw();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { state: `${way}.${draw()}`, nonce: draw(), verifier, challenge: base64url(new Uint8Array(digest)) };
}

/** The way back that a state names. */
export function wayOf(state: string): AnswerWay {
  return state.startsWith('teams.') ? 'teams' : 'window';
}

/** 256 random bits. */
function draw(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
