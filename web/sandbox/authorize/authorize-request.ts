/** What an app asks of the sandbox's sign-in, as it would ask Entra. */
export interface AuthorizeRequest {
  clientId: string;
  redirectUri: string;
  state: string;
  nonce: string;
  challenge: string;
}

/** Reads the address; nothing when it is not the question of a single-page application with PKCE. */
export function readRequest(query: URLSearchParams): AuthorizeRequest | undefined {
  const field = (name: string) => query.get(name) ?? '';
  const right =
    field('response_type') === 'code' &&
    field('response_mode') === 'fragment' &&
    field('code_challenge_method') === 'S256' &&
    URL.canParse(field('redirect_uri'));
  if (!right) return undefined;
  return {
    clientId: field('client_id'),
    redirectUri: field('redirect_uri'),
    state: field('state'),
    nonce: field('nonce'),
    challenge: field('code_challenge'),
  };
}

/** The way back to the app, with the answer behind the `#`. */
export function wayBack({ redirectUri, state }: AuthorizeRequest, answer: Record<string, string>): string {
  return `${redirectUri}#${new URLSearchParams({ ...answer, state })}`;
}
