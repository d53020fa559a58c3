import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATE_KEY } from '../fake-operate.ts';
import { createFakeServer } from '../fake-server.ts';
import { openOperate, signIn } from './open-operate.tsx';

beforeEach(() => sessionStorage.clear());

describe('signing in', () => {
  it('takes a key, keeps it in this tab alone, and never puts it into an address', async () => {
    const page = openOperate();
    await signIn(page);
    await screen.findByRole('heading', { name: 'Operate' });
    expect(Object.values(sessionStorage)).toEqual([OPERATE_KEY]);
    expect(localStorage.length).toBe(0);
    expect(window.location.href).not.toContain('cw_');
  });

  it('says why a key is not taken, and keeps none', async () => {
    const page = openOperate();
    await signIn(page, 'cw_99999999999999999999');
    await screen.findByText(/This key is not valid/);
    expect(sessionStorage.length).toBe(0);
  });

  it('says that something else is no key, without asking the server', async () => {
    const page = openOperate();
    await signIn(page, 'password');
    await screen.findByText('A key begins with cw_.');
    expect(page.server.calls.filter((call) => call.includes('operate'))).toEqual([]);
  });

  it('tells a key that may only send events what it lacks', async () => {
    const server = createFakeServer();
    server.trouble('GET /api/operate/overview', { code: 'scope-missing' });
    await signIn(openOperate('', { server }));
    await screen.findByText(/it lacks the scope “operate”/);
  });

  it('goes on with the kept key after a reload, and forgets it on the way out', async () => {
    sessionStorage.setItem('cardwire-operate-key', OPERATE_KEY);
    const { user } = openOperate();
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    await screen.findByLabelText('Key');
    expect(sessionStorage.length).toBe(0);
  });

  it('says that the server is out of reach, keeps the key, and tries again', async () => {
    sessionStorage.setItem('cardwire-operate-key', OPERATE_KEY);
    const server = createFakeServer();
    server.trouble('GET /api/operate/overview', 'unreachable');
    const { user } = openOperate('', { server });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Operate' });
    expect(sessionStorage.length).toBe(1);
  });

  it('asks anew when the key is revoked meanwhile', async () => {
    const server = createFakeServer();
    const page = openOperate('#keys', { server });
    await signIn(page);
    await screen.findByText('This one is yours');
    server.trouble('GET /api/operate/keys', { code: 'api-key-refused' });
    await page.user.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => screen.getByText(/This key is not valid/));
    expect(sessionStorage.length).toBe(0);
  });
});
