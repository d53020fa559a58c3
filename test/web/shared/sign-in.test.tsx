import { cleanup, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL } from '../examples.ts';
import { addLogin } from '../fake-login.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage, showPage } from '../open-page.tsx';

beforeEach(() => window.sessionStorage.clear());

const ADDRESS = `/channel?id=${CONFIGURATION_ID}`;
const NO_SINGLE_SIGN_ON = { token: () => undefined, refusal: () => 'resourceDisabled' };

/** The channel's page in a browser of its own, on a server that takes the token of the sign-in alone. */
async function openAlone() {
  const server = createFakeServer((token) => token === 'signed-in');
  server.store();
  const login = addLogin(server);
  const { user } = showPage(ADDRESS, server);
  const press = async (name = 'Sign in') => user.click(await screen.findByRole('button', { name }));
  return { server, login, press };
}

const alert = async () => (await screen.findByRole('alert')).textContent;
const content = () => screen.findByRole('heading', { level: 1, name: 'Release news' });

describe('in a host with single sign-on', () => {
  const config = { webhookUrl: CONNECTOR_URL };

  it('nobody is asked anything when it gives a token', async () => {
    const server = createFakeServer();
    const login = addLogin(server);
    openPage('/config', { server, host: { config } });
    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeDefined();
    expect(login.opened).toEqual([]);
  });

  it('a click lets the host ask for consent', async () => {
    const { user, host } = openPage('/config', {
      host: { config, token: (silent) => (silent ? undefined : 'asked') },
    });
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));

    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeDefined();
    await waitFor(() => expect(host.valid()).toBe(true));
  });

  it('a consent that was cancelled can be given after all', async () => {
    let asked = 0;
    const token = (silent: boolean) => (silent || ++asked === 1 ? undefined : 'asked');
    const refusal = (silent: boolean) => (silent ? 'consent_required' : 'CancelledByUser');
    const { user } = openPage('/config', { host: { config, token, refusal } });
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await alert()).toContain('You or your organisation did not allow it.');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeDefined();
  });
});

describe('in a host without single sign-on', () => {
  it('a click opens a window, and its code becomes a token', async () => {
    const server = createFakeServer((token) => token === 'signed-in');
    server.store();
    const login = addLogin(server);
    const { user, host } = openPage(ADDRESS, { server, host: { frame: 'content', ...NO_SINGLE_SIGN_ON } });
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'good' });

    expect(await content()).toBeDefined();
    expect(host.calls.filter((call) => call === 'authentication.getAuthToken')).toHaveLength(1);
  });
});

describe('the pages of one tab', () => {
  it('share a sign-in, until the server refuses it', async () => {
    const { server, login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'good' });
    await content();

    cleanup();
    showPage(ADDRESS, server);
    expect(await content()).toBeDefined();
    expect(login.opened).toHaveLength(1);

    cleanup();
    const ended = createFakeServer(() => false);
    addLogin(ended);
    showPage(ADDRESS, ended);
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeDefined();
    expect({ ...window.sessionStorage }).toEqual({});
  });

  it('ask again where the browser keeps nothing', async () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'good' });
    expect(await content()).toBeDefined();
  });

  it('keep nothing inside a host, which knows its user', async () => {
    openPage('/config', { host: { config: { webhookUrl: CONNECTOR_URL } } });
    await screen.findByRole('textbox', { name: 'Name' });
    expect({ ...window.sessionStorage }).toEqual({});
  });
});

describe('in a browser of its own', () => {
  it('the page asks to sign in, and works afterwards', async () => {
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    expect(screen.getByText('Finish signing in in the window that opened.')).toBeDefined();
    login.answer({ code: 'good' });

    expect(await content()).toBeDefined();
    expect(login.window.closed).toBe(true);
  });

  it('the window gets nothing that could be redeemed, and no address ever holds a token', async () => {
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    const [opened] = login.opened;
    expect([...(opened?.searchParams.keys() ?? [])].sort()).toEqual([
      'challenge',
      'locale',
      'nonce',
      'state',
    ]);
    login.answer({ code: 'good' });
    await content();
    expect(window.location.href).not.toMatch(/signed-in|good/);
    expect(JSON.stringify({ ...window.localStorage })).toBe('{}');
  });

  it('an answer with another state is none', async () => {
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'good', state: 'window.forged' });
    login.answer({ error: 'access_denied', error_description: 'No.' });
    expect(await alert()).toContain('did not allow it');
    expect(screen.queryByRole('heading', { name: 'Release news' })).toBeNull();
  });

  it('says when the browser opened no window', async () => {
    const { login, press } = await openAlone();
    login.block();
    await press();
    expect(await alert()).toContain('The browser opened no window. Allow pop-ups');
  });

  it('says when the window was closed, and still takes an answer that comes late', async () => {
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.window.closed = true;
    expect(
      await screen.findByText('The window was closed before you were signed in. Try again.'),
    ).toBeDefined();
    login.answer({ code: 'good' });
    expect(await content()).toBeDefined();
  });

  it('can be tried again, and then takes the answer of the newest window alone', async () => {
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.window.closed = true;
    await screen.findByText(/The window was closed/);
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(2));
    login.answer({ code: 'good', state: login.opened[0]?.searchParams.get('state') ?? '' });
    login.answer({ code: 'good' });
    expect(await content()).toBeDefined();
  });

  it('says what Microsoft says', async () => {
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ error: 'server_error', error_description: 'AADSTS900: It is down.\r\nTrace ID: 1' });
    expect(await alert()).toMatch(/Signing in did not work.*Microsoft says: “AADSTS900: It is down.”$/);
  });

  it('says when a code is not taken', async () => {
    const { login, press } = await openAlone();
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'stolen' });
    expect(await alert()).toContain('Microsoft says: “AADSTS70008: The code expired.”');
  });

  it('says when no token can be fetched, as when the app is registered wrongly', async () => {
    const { login, press } = await openAlone();
    login.tokenAnswer = () => Promise.reject(new TypeError('Failed to fetch'));
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'good' });
    expect(await alert()).toContain('have to finish its app registration');
  });

  it('does not take a token that was made for another question', async () => {
    const { login, press } = await openAlone();
    login.idClaims = { nonce: 'of somebody else' };
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'good' });
    expect(await alert()).toContain('Signing in did not work.');
  });

  it('lets somebody of an organisation that is not allowed use another account', async () => {
    const { server, login, press } = await openAlone();
    server.trouble('GET /api/configurations/{id}', { code: 'tenant-not-allowed' });
    server.trouble('GET /api/configurations/{id}/deliveries', { code: 'tenant-not-allowed' });
    await press();
    await waitFor(() => expect(login.opened).toHaveLength(1));
    login.answer({ code: 'good' });
    expect(await alert()).toContain('Your organisation may not use this connector.');

    await press('Use another account');
    await waitFor(() => expect(login.opened).toHaveLength(2));
    expect(login.opened[1]?.searchParams.get('prompt')).toBe('select_account');
    login.answer({ code: 'good' });
    expect(await content()).toBeDefined();
  });
});
