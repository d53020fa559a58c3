import { onTestFinished, vi } from 'vitest';
import type { SignInOffer } from '../../server/identity/sign-in-offer.ts';
import { ANSWER_CHANNEL } from '../../web/shared/sign-in-answer.ts';
import { json } from './fake-answers.ts';
import type { FakeServer } from './fake-server.ts';

const OFFER: SignInOffer = {
  authorizeUrl: 'https://login.example/authorize',
  tokenUrl: 'https://login.example/token',
  clientId: 'client',
  scope: 'openid access_as_user',
};

/** Microsoft's sign-in at the wire, and the windows that pages open for it. */
export interface FakeLogin {
  /** Addresses of the windows that were opened, in order. */
  opened: URL[];
  /** The newest window, as the page that opened it sees it. */
  window: { closed: boolean; close(): void };
  /** From now on the browser opens no windows. */
  block(): void;
  /** The newest window comes back with this: a code, or what went wrong, for the state that was asked or another. */
  answer(fields: Record<string, string>): void;
  /** Whom the token endpoint names; replaced claims break the answer. */
  idClaims: Record<string, unknown>;
  /** Replaces the token endpoint's answer. */
  tokenAnswer: (() => Response | Promise<Response>) | undefined;
}

/** Adds a sign-in to a fake server: the code `good` is redeemed with the right verifier for the token `signed-in`. */
export function addLogin(server: FakeServer): FakeLogin {
  const opened: URL[] = [];
  const channel = new BroadcastChannel(ANSWER_CHANNEL);
  onTestFinished(() => channel.close());
  let blocked = false;
  const login: FakeLogin = {
    opened,
    window: { closed: false, close() {} },
    block: () => {
      blocked = true;
    },
    answer: (fields) => channel.postMessage(`${new URLSearchParams({ state: asked('state'), ...fields })}`),
    idClaims: {},
    tokenAnswer: undefined,
  };
  const asked = (name: string) => opened.at(-1)?.searchParams.get(name) ?? '';
  vi.stubGlobal('open', (url: string) => {
    if (blocked) return null;
    opened.push(new URL(url));
    login.window = { closed: false, close: () => (login.window.closed = true) };
    return login.window;
  });

  const redeem = async (form: URLSearchParams) => {
    const challenge = await sha256(form.get('code_verifier') ?? '');
    if (form.get('code') !== 'good' || challenge !== asked('challenge')) {
      return json(
        { error: 'invalid_grant', error_description: 'AADSTS70008: The code expired.\r\nTrace' },
        400,
      );
    }
    const claims = JSON.stringify({ nonce: asked('nonce'), ...login.idClaims });
    const idToken = `e30.${btoa(claims)}.signature`;
    return json({ access_token: 'signed-in', id_token: idToken });
  };
  const { fetch } = server;
  server.fetch = async (input, init) => {
    const url = new URL(String(input), window.location.origin);
    if (url.pathname === '/api/sign-in') return json(OFFER);
    if (url.href !== OFFER.tokenUrl) return fetch(input, init);
    return login.tokenAnswer?.() ?? redeem(init?.body as URLSearchParams);
  };
  return login;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
}
