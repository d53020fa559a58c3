import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { onTestFinished, vi } from 'vitest';
import { ChannelPage } from '../../web/channel/channel-page.tsx';
import { ConfigPage } from '../../web/config/config-page.tsx';
import { EventPage } from '../../web/event/event-page.tsx';
import { RemovePage } from '../../web/remove/remove-page.tsx';
import { Page, type PageProps } from '../../web/shared/page.tsx';
import { enterHost, type FakeHost, type FakeHostOptions } from './fake-host.ts';
import { createFakeServer, type FakeServer } from './fake-server.ts';

export interface OpenOptions {
  server?: FakeServer;
  host?: FakeHostOptions;
  /** Called before the page is there, to prepare how the host behaves. */
  prepare?(host: FakeHost): void;
}

export interface OpenedPage {
  host: FakeHost;
  server: FakeServer;
  user: UserEvent;
}

const PAGES: Record<string, (props: PageProps) => ReactNode> = {
  '/config': (props) => <ConfigPage {...props} />,
  '/remove': (props) => <RemovePage {...props} />,
  '/event': (props) => <EventPage {...props} />,
  '/channel': (props) => <ChannelPage {...props} />,
};

/** Opens a page of ours at this address, inside a host, as `main.tsx` does. */
export function openPage(address: string, options: OpenOptions = {}): OpenedPage {
  const host = enterHost(options.host);
  onTestFinished(() => host.leave());
  options.prepare?.(host);
  return { host, ...showPage(address, options.server) };
}

/** Opens a page of ours at this address in a window of its own. */
export function showPage(address: string, server: FakeServer = createFakeServer()) {
  vi.stubGlobal('fetch', server.fetch);
  window.history.replaceState(null, '', address);
  const page = PAGES[window.location.pathname];
  if (page === undefined) throw new Error(`There is no page at ${address}`);
  const standsAlone = (query: URLSearchParams) =>
    query.has(window.location.pathname === '/config' ? 'edit' : 'id');
  render(
    <Page title={(words) => words.config.title} standsAlone={standsAlone}>
      {page}
    </Page>,
  );
  return { server, user: userEvent.setup() };
}

/** Lets this much time pass on the page's clock, and everything happen that is due meanwhile. */
export async function passTime(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
