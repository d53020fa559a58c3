import { expect, it, onTestFinished, vi } from 'vitest';
import { ANSWER_CHANNEL } from '../../../web/shared/sign-in-answer.ts';
import { runWindow } from '../../../web/signin/sign-in-window.ts';
import { json } from '../fake-answers.ts';
import { enterHost } from '../fake-host.ts';

const OFFER = {
  authorizeUrl: 'https://login.example/organizations/authorize',
  tokenUrl: 'https://login.example/token',
  clientId: 'client',
  scope: 'openid api://host/client/access_as_user',
};
const START = '/signin?state=window.s&nonce=n&challenge=c&locale=fr';

/** Opens the window at this address; where it went, and what it has to say. */
async function open(address: string) {
  window.history.replaceState(null, '', address);
  const left: string[] = [];
  let closed = false;
  const state = await runWindow(window.location, {
    leave: (to) => void left.push(to),
    close: () => {
      closed = true;
    },
  });
  return { left: left.map((to) => new URL(to)), state, closed };
}

/** What the pages of this origin hear. */
function listen(): string[] {
  const heard: string[] = [];
  const channel = new BroadcastChannel(ANSWER_CHANNEL);
  channel.onmessage = ({ data }) => heard.push(data);
  onTestFinished(() => channel.close());
  return heard;
}

it('leads to the sign-in, with a code for PKCE as the answer wanted', async () => {
  vi.stubGlobal('fetch', async () => json(OFFER));
  const { left, state } = await open(START);
  expect(state).toBe('starting');
  expect(left).toHaveLength(1);
  expect(left[0]?.origin).toBe('https://login.example');
  expect(Object.fromEntries(left[0]?.searchParams ?? [])).toEqual({
    client_id: 'client',
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: `${window.location.origin}/signin`,
    scope: OFFER.scope,
    state: 'window.s',
    nonce: 'n',
    code_challenge: 'c',
    code_challenge_method: 'S256',
  });
});

it('lets the person pick an account when the page wants that, and passes nothing else on', async () => {
  vi.stubGlobal('fetch', async () => json(OFFER));
  const prompt = async (value: string) =>
    (await open(`${START}&prompt=${value}`)).left[0]?.searchParams.get('prompt');
  expect(await prompt('select_account')).toBe('select_account');
  expect(await prompt('none')).toBeNull();
});

it('stays when the server cannot be reached', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await open(START)).toEqual({ left: [], state: 'unreachable', closed: false });
});

it('does nothing when somebody opens it by hand', async () => {
  expect(await open('/signin')).toEqual({ left: [], state: 'nothing', closed: false });
});

it('come back, gives the answer to the pages of this origin, and keeps no code in its address', async () => {
  const heard = listen();
  expect(await open('/signin#code=abc&state=window.s')).toEqual({
    left: [],
    state: 'finished',
    closed: true,
  });
  await vi.waitFor(() => expect(heard).toEqual(['code=abc&state=window.s']));
  expect(window.location.href).toBe(`${window.location.origin}/signin`);
});

it('come back to Teams, gives the answer to Teams alone', async () => {
  const heard = listen();
  const host = enterHost({ frame: 'authentication' });
  onTestFinished(() => host.leave());
  expect(await open('/signin#error=access_denied&state=teams.s')).toEqual({
    left: [],
    state: 'finished',
    closed: false,
  });
  await vi.waitFor(() =>
    expect(host.lastArgs('authentication.authenticate.success')).toEqual([
      'error=access_denied&state=teams.s',
    ]),
  );
  expect(heard).toEqual([]);
});
