import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage, passTime, showPage } from '../open-page.tsx';

const CONNECTOR = { webhookUrl: CONNECTOR_URL };

/** The colour behind the page, which the theme decides. */
function background(): string {
  const [provider] = document.getElementsByClassName('fui-FluentProvider');
  if (provider === undefined) throw new Error('There is no page');
  return getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1');
}
const LIGHT = '#ffffff';
const CONTRAST = '#000000';

describe('outside of any host', () => {
  it.each(['/config?host=tab', '/remove', '/channel'])('%s says where it belongs', async (address) => {
    showPage(address);
    expect(await screen.findByText('This page lives inside Microsoft Teams')).toBeDefined();
    expect((await screen.findByRole('link', { name: 'Open the sandbox' })).getAttribute('href')).toBe(
      '/sandbox',
    );
  });

  it('says so without the server, too', async () => {
    const server = createFakeServer();
    server.trouble('GET /api/connector', 'unreachable');
    showPage('/config', server);

    expect(await screen.findByText('This page lives inside Microsoft Teams')).toBeDefined();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('a host that is slow', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });

  it('gets a notice after 8 s, and its late answer still counts', async () => {
    const { host } = openPage('/config', {
      host: { config: CONNECTOR },
      prepare: (entered) => entered.ignore('initialize'),
    });
    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeDefined();
    await passTime(8_000);
    expect(await screen.findByText('Teams has not answered yet')).toBeDefined();

    host.wakeUp();
    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeDefined();
  });

  it('is given up after a minute', async () => {
    openPage('/config', { prepare: (entered) => entered.ignore('initialize') });
    await passTime(60_000);
    expect(await screen.findByText(/Teams did not answer in time/)).toBeDefined();
  });

  it('does not need to answer everything: without a context the page works in its defaults', async () => {
    openPage('/config', {
      host: { config: CONNECTOR },
      prepare: (entered) => entered.ignore('getContext'),
    });
    await passTime(8_000);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Tasks');
  });

  it('can be asked again for what it keeps', async () => {
    const { host, user } = openPage('/config', {
      host: { config: CONNECTOR },
      prepare: (entered) => entered.ignore('settings.getSettings'),
    });
    await waitFor(() => expect(host.calls).toContain('settings.getSettings'));
    await passTime(8_000);
    const again = await screen.findByRole('button', { name: 'Try again' });
    host.wakeUp();
    vi.useRealTimers();
    await user.click(again);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeDefined();
  });
});

describe('a host that cannot store settings here', () => {
  it('is named as the reason', async () => {
    const { host } = openPage('/config', { host: { frame: 'content' } });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Teams cannot store settings in this place.',
    );
    expect(host.valid()).toBe(false);
  });
});

describe('themes', () => {
  it('follow the host, while the page is open', async () => {
    const { host } = openPage('/config', { host: { config: CONNECTOR, context: { theme: 'contrast' } } });
    await screen.findByRole('textbox', { name: 'Name' });
    await waitFor(() => expect(background()).toBe(CONTRAST));

    host.changeTheme('default');
    await waitFor(() => expect(background()).toBe(LIGHT));
    host.changeTheme('dark');
    await waitFor(() => expect([LIGHT, CONTRAST]).not.toContain(background()));
  });

  it('begin as the address says, so that nothing flashes', async () => {
    openPage('/config?theme=contrast', { prepare: (entered) => entered.ignore('initialize') });
    await screen.findByRole('status', { name: 'Loading…' });
    expect(background()).toBe(CONTRAST);
  });

  it.each(['glass', 'constructor', 'to be invented'])(
    'look as by default when the host says %s',
    async (theme) => {
      openPage('/config', { host: { config: CONNECTOR, context: { theme } } });
      await screen.findByRole('textbox', { name: 'Name' });
      expect(background()).toBe(LIGHT);
    },
  );
});

describe('the language', () => {
  it('is the host’s, with the locale of the address before the host has answered', async () => {
    const { host } = openPage('/config?locale=fr-FR', {
      host: { config: CONNECTOR, context: { locale: 'en-us' } },
      prepare: (entered) => entered.ignore('initialize'),
    });
    await waitFor(() => expect(document.documentElement.lang).toBe('fr'));
    expect(document.title).toBe('Configurer');

    host.wakeUp();
    await waitFor(() => expect(document.documentElement.lang).toBe('en'));
    expect(document.title).toBe('Configure');
  });

  it('is asked of the server, too, and stored for the cards', async () => {
    const { host, server } = openPage('/config', {
      host: { config: CONNECTOR, context: { locale: 'fr-ca' } },
    });
    await screen.findByRole('checkbox', { name: 'Tâche créée' });
    await waitFor(() => expect(host.valid()).toBe(true));
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    expect([...server.configurations.values()][0]?.language).toBe('fr');
  });

  it.each(['/config?host=tab', `/channel?id=${CONFIGURATION_ID}`, `/remove?id=${CONFIGURATION_ID}`])(
    'leaves no English word on %s in French',
    async (address) => {
      const server = createFakeServer();
      server.store({ name: 'Nouvelles', updatedByName: 'Zoé' });
      const frame = address.startsWith('/remove') ? 'remove' : 'settings';
      openPage(address, { server, host: { frame, context: { locale: 'fr-fr' } } });
      await screen.findAllByRole('heading');

      // Short words of English that French does not have, and that any English sentence holds.
      expect(document.body.textContent).not.toMatch(/\b(the|this|is|of|to|and|be|it|you|with|by|no)\b/i);
      for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
        const named = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '';
        expect(named).not.toMatch(/\b(the|this|is|of|to|and|Loading)\b/i);
      }
    },
  );
});

describe('a server that is down', () => {
  it('can be tried again, and nothing was changed meanwhile', async () => {
    const server = createFakeServer();
    server.trouble('GET /api/connector', 'unreachable');
    const { user, host } = openPage('/config', { server, host: { config: CONNECTOR } });

    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.');
    expect(host.valid()).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(host.valid()).toBe(true));
  });
});
