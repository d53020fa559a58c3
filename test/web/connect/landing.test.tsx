import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeConnect, exampleConnection } from './fake-connect.ts';
import { openConnect } from './open-connect.tsx';

const button = () => screen.findByRole('button', { name: 'Connect to Office 365' });
const isChecked = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name }).checked;

describe('the landing page', () => {
  it('explains the connector, lets people choose, and leads to Microsoft', async () => {
    const { server, user, left } = openConnect('/connect');
    await screen.findByRole('heading', { name: 'Get Tasks in Outlook' });
    screen.getByText('What happens in your projects.');
    await user.click(screen.getByRole('checkbox', { name: 'Task updated' }));
    screen.getByText('2 kinds of events chosen');
    await user.click(await button());
    expect(left).toEqual(['https://outlook.office.com/connectors/Connect?state=s']);
    expect(server.calls.at(-1)).toEqual({
      call: 'POST /connect/api/start',
      body: { eventTypes: ['task.created', 'task.updated'], language: 'en', timeZone: expect.any(String) },
      credentials: 'same-origin',
    });
  });

  it('ticks what a link names, and puts the focus on the button when the link wants that', async () => {
    openConnect('/connect?events=task.updated,no.longer.offered#connect');
    expect(await button()).toBe(document.activeElement);
    expect(isChecked('Task updated')).toBe(true);
    expect(isChecked('Task created')).toBe(false);
  });

  it.each(['/connect', '/connect?events=', '/connect?events=no.longer.offered'])(
    'ticks what suits most at %s',
    async (address) => {
      openConnect(address);
      await button();
      expect(isChecked('Task created')).toBe(true);
    },
  );

  it('waits for a choice', async () => {
    const { user, left } = openConnect('/connect');
    await user.click(await screen.findByRole('checkbox', { name: 'Task created' }));
    expect((await button()).getAttribute('aria-disabled')).toBe('true');
    await user.click(await button());
    expect(left).toEqual([]);
  });

  it('says what went wrong, keeps the choice, and can be pressed again', async () => {
    const { server, user, left } = openConnect('/connect');
    server.failNext('POST /connect/api/start', 'unreachable');
    await user.click(await screen.findByRole('checkbox', { name: 'Task updated' }));
    await user.click(await button());
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.');
    expect(isChecked('Task updated')).toBe(true);
    await user.click(await button());
    expect(left).toHaveLength(1);
  });

  it('says clearly that this server does not offer it', async () => {
    const server = createFakeConnect();
    server.failNext('GET /connect/api/session', { code: 'connect-off' });
    openConnect('/connect', { server });
    await screen.findByRole('heading', { level: 1, name: 'Connect to Office 365 is not set up here' });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('can be tried again when it could not be loaded', async () => {
    const server = createFakeConnect();
    server.failNext('GET /connect/api/session', { code: 'unavailable' });
    const { user } = openConnect('/connect', { server });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await button();
  });

  it('leads whoever has connected something to it', async () => {
    const server = createFakeConnect();
    server.session.connections.push(exampleConnection());
    openConnect('/connect', { server });
    const link = await screen.findByRole('link', { name: 'See what you have connected' });
    expect(link.getAttribute('href')).toBe('/connect/done');
  });

  it('speaks the browser’s language', async () => {
    openConnect('/connect', { language: 'fr-CA' });
    await screen.findByRole('button', { name: 'Se connecter à Office 365' });
    expect([document.documentElement.lang, document.title]).toEqual(['fr', 'Connexion à Office 365']);
  });
});
