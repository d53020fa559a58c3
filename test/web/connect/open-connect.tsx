import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { createConnectApi, createPersonApi } from '../../../web/connect/connect-api.ts';
import { DonePage } from '../../../web/connect/done/done-page.tsx';
import { LandingPage } from '../../../web/connect/landing/landing-page.tsx';
import { CONNECT_WORDS } from '../../../web/connect/words.ts';
import { StandalonePage } from '../../../web/shared/standalone-page.tsx';
import { createFakeConnect, type FakeConnect } from './fake-connect.ts';

export interface OpenedConnect {
  server: FakeConnect;
  user: UserEvent;
  /** Where the page sent the browser. */
  left: string[];
}

/** Opens `/connect` or `/connect/done` as `main.tsx` does, in a browser of this language. */
export function openConnect(
  address: string,
  { server = createFakeConnect(), language = 'en-US' } = {},
): OpenedConnect {
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
  window.history.replaceState(null, '', address);
  const left: string[] = [];
  const api = createConnectApi();
  render(
    <StandalonePage title={(speech) => CONNECT_WORDS[speech.language].title}>
      {window.location.pathname === '/connect' ? (
        <LandingPage api={api} leave={(to) => void left.push(to)} />
      ) : (
        <DonePage api={api} person={createPersonApi()} />
      )}
    </StandalonePage>,
  );
  return { server, user: userEvent.setup(), left };
}
